; An old version is replaced whole or not at all. The new one is unpacked into ~new, the old one's files are moved to ~old,
; the new ones to their places; only then ~old goes. Each move is a rename. Whatever fails is undone from what stands where:
; a file missing in ~new is in its place, a file in ~old is not. So even after a power cut the next installation begins by undoing.

; The list of what is installed; where it was lost, the new one, so that a repair replaces files of the same name.
Function UseList
  StrCpy $List "$INSTDIR\uninstall.lst"
  ${IfNot} ${FileExists} "$List"
  ${AndIf} $Prior != ""
    InitPluginsDir
    SetOutPath "$PLUGINSDIR"
    File "/oname=uninstall.lst" "${GEN}/uninstall.lst"
    StrCpy $List "$PLUGINSDIR\uninstall.lst"
  ${EndIf}
FunctionEnd

Function Recover
  ${If} ${FileExists} "$INSTDIR\~old\uninstall.lst"
    Call Restore
    ${If} $Failed == 1
      ${Refuse} OLD_STAYS "$(OLD_STAYS)"
    ${EndIf}
  ${EndIf}
  RMDir /r "$INSTDIR\~new"
  RMDir /r "$INSTDIR\~old"
FunctionEnd

; A folder for all users may be written by administrators only, wherever it is: Program Files already is such a place.
Function PrepareFolder
  ClearErrors
  CreateDirectory "$INSTDIR"
  CreateDirectory "$INSTDIR\~new"
  ${If} ${Errors}
    Call DropNewFolder
    ${Refuse} WRITE "$(WRITE)"
  ${EndIf}
  ${If} $Scope == "machine"
  ${AndIf} $INSTDIR != "$PROGRAMFILES64\${FOLDER}"
    nsExec::Exec '"$SYSDIR\icacls.exe" "$INSTDIR" /inheritance:r /grant:r *S-1-5-32-544:(OI)(CI)F *S-1-5-18:(OI)(CI)F *S-1-5-32-545:(OI)(CI)RX *S-1-15-2-1:(OI)(CI)RX *S-1-15-2-2:(OI)(CI)RX'
    Pop $R0
  ${EndIf}
FunctionEnd

Function Unpack
  ClearErrors
  !include "${GEN}/files.nsh"
  SetOutPath "$INSTDIR\~new"
  File "${GEN}/uninstall.lst"
  WriteUninstaller "$INSTDIR\~new\uninstall.exe"
  WriteINIStr "$INSTDIR\~new\uninstall.ini" "install" "scope" "$Scope"
  WriteINIStr "$INSTDIR\~new\uninstall.ini" "install" "version" "${VERSION}"
  SetOutPath "$PLUGINSDIR"
  ${If} ${Errors}
    Call DropNewFolder
    ${Refuse} WRITE "$(WRITE)"
  ${EndIf}
FunctionEnd

Function DropNewFolder
  SetOutPath "$PLUGINSDIR"
  RMDir /r "$INSTDIR\~new"
  RMDir "$INSTDIR"
FunctionEnd

Function Swap
  Call UseList
  CreateDirectory "$INSTDIR\~old"
  ${If} ${FileExists} "$List"
    CopyFiles /SILENT /FILESONLY "$List" "$INSTDIR\~old\uninstall.lst"
  ${Else}
    ; An uninstaller that was waited for (_?=) had to leave itself.
    FileOpen $R0 "$INSTDIR\~old\uninstall.lst" w
    ${If} ${FileExists} "$INSTDIR\uninstall.exe"
      FileWrite $R0 "uninstall.exe$\r$\n"
    ${EndIf}
    FileClose $R0
  ${EndIf}
  StrCpy $List "$INSTDIR\~old\uninstall.lst"
  ${IfNot} ${FileExists} "$List"
    Call DropNewFolder
    ${Refuse} WRITE "$(WRITE)"
  ${EndIf}
  GetFunctionAddress $Act MoveOut
  Call EachLine
  ${If} $Failed == 1
    Push $Line
    Call Restore
    Pop $Line
    ${Refuse} OLD_STAYS "$(OLD_STAYS)"
  ${EndIf}
  StrCpy $List "$INSTDIR\~new\uninstall.lst"
  GetFunctionAddress $Act MoveIn
  Call EachLine
  ${If} $Failed == 1
    Push $Line
    Call Restore
    Pop $Line
    ${Refuse} WRITE "$(IN_THE_WAY)"
  ${EndIf}
  Call Commit
FunctionEnd

Function Commit
  CopyFiles /SILENT /FILESONLY "$INSTDIR\~new\uninstall.lst" "$INSTDIR\uninstall.lst"
  StrCpy $List "$INSTDIR\~old\uninstall.lst"
  GetFunctionAddress $Act DropEmpty
  Call EachLine
  Delete "$INSTDIR\~old\uninstall.lst"
  RMDir /r "$INSTDIR\~old"
  RMDir /r "$INSTDIR\~new"
FunctionEnd

; Back to what was there before. The list in ~old says that moving had begun; an empty one, that nothing was there.
Function Restore
  StrCpy $Failed 0
  ${IfNot} ${FileExists} "$INSTDIR\~old\uninstall.lst"
    Call DropNewFolder
    Return
  ${EndIf}
  StrCpy $List "$INSTDIR\~new\uninstall.lst"
  GetFunctionAddress $Act TakeBack
  Call EachLine
  StrCpy $List "$INSTDIR\~old\uninstall.lst"
  GetFunctionAddress $Act PutBack
  Call EachLine
  ${If} $Failed == 1
    Return
  ${EndIf}
  Delete "$INSTDIR\uninstall.lst"
  ${If} ${FileExists} "$INSTDIR\uninstall.ini"
    CopyFiles /SILENT /FILESONLY "$INSTDIR\~old\uninstall.lst" "$INSTDIR\uninstall.lst"
  ${EndIf}
  Delete "$INSTDIR\~old\uninstall.lst"
  RMDir /r "$INSTDIR\~old"
  Call DropNewFolder
FunctionEnd

Function MoveIn
  StrCpy $From "$INSTDIR\~new\$Line"
  StrCpy $To "$INSTDIR\$Line"
  Call Move
FunctionEnd

Function TakeBack
  ${IfNot} ${FileExists} "$INSTDIR\~new\$Line"
    Delete "$INSTDIR\$Line"
    Call DropEmpty
  ${EndIf}
FunctionEnd
