; What is looked at before anything is touched.

Function CheckWindows
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} ${OLDEST_BUILD}
    ${Refuse} WINDOWS "$(OLD_WINDOWS)"
  ${EndIf}
  !if "${ARCH}" == "arm64"
    ${IfNot} ${IsNativeARM64}
      ${Refuse} WINDOWS "$(OTHER_PROCESSOR)"
    ${EndIf}
  !endif
FunctionEnd

; Copies that came another way, and newer ones. setup.exe and the MSI leave word of each other in InstalledBy.
Function CheckOthers
  Push $Found
  ReadRegStr $R0 HKLM "${APP_KEY}" "InstalledBy"
  ReadRegStr $R1 HKLM "${APP_KEY}" "InstallDir"
  ReadRegStr $Found HKLM "${APP_KEY}" "Version"
  ${If} $R0 == "msi"
    ${Refuse} OTHER "$(BY_MSI)"
  ${EndIf}
  ${If} $Scope == "user"
  ${AndIf} $R1 != ""
  ${AndIf} ${FileExists} "$R1\${PROGRAM}"
    ${Refuse} OTHER "$(FOR_ALL)"
  ${EndIf}
  Pop $Found
  ${If} $Prior != ""
    Call CheckVersion
  ${EndIf}
FunctionEnd

Function CheckVersion
  ${VersionCompare} "$Found" "${VERSION}" $R0
  ${If} $R0 == 1
    ${Refuse} NEWER "$(NEWER)"
  ${EndIf}
FunctionEnd

; For all users, while the person who installs has a copy of their own: asked, and with /S gone on with.
Function AskAboutOwn
  ${If} $Scope == "user"
    Return
  ${EndIf}
  ReadRegStr $R1 HKCU "${APP_KEY}" "InstallDir"
  ${If} $R1 == ""
  ${OrIfNot} ${FileExists} "$R1\${PROGRAM}"
    Return
  ${EndIf}
  Push $Found
  ReadRegStr $Found HKCU "${APP_KEY}" "Version"
  MessageBox MB_YESNO|MB_ICONQUESTION "$(ALSO_OWN)" IDYES on
  StrCpy $Why "$(CANCELLED)"
  StrCpy $Code ${CODE_CANCELLED}
  Call WriteLog
  SetErrorLevel ${CODE_CANCELLED}
  Quit
  on:
  Pop $Found
FunctionEnd

; Whether $INSTDIR will do; if not $Why and $Code say so.
Function CheckFolder
  StrCpy $Why ""
  StrCpy $Code ${CODE_FOLDER}
  StrCpy $R0 $INSTDIR "" -1
  ${If} $R0 == "\"
    StrCpy $INSTDIR $INSTDIR -1
  ${EndIf}
  StrCpy $R0 $INSTDIR 2 1
  StrCpy $R1 $INSTDIR 2
  ${If} $R0 != ":\"
  ${AndIf} $R1 != "\\"
    StrCpy $Why "$(NOT_A_PLACE)"
  ${ElseIf} $Prior != ""
  ${AndIf} $INSTDIR != $Prior
    StrCpy $Why "$(ELSEWHERE)"
  ${Else}
    Call CheckContent
  ${EndIf}
FunctionEnd

Function CheckContent
  ReadINIStr $R0 "$INSTDIR\uninstall.ini" "install" "scope"
  ${If} $R0 != ""
  ${AndIf} $R0 != $Scope
    StrCpy $Why "$(OTHERS_FOLDER)"
    Return
  ${EndIf}
  ${If} $INSTDIR == $Prior
    Return
  ${EndIf}
  ${If} $R0 != ""
  ${AndIf} ${FileExists} "$INSTDIR\uninstall.lst"
    ReadINIStr $Found "$INSTDIR\uninstall.ini" "install" "version"
    Call CheckVersion
    Return
  ${EndIf}
  Call CheckEmpty
FunctionEnd

; What an installation that was cut short leaves does not count.
Function CheckEmpty
  FindFirst $R0 $R1 "$INSTDIR\*.*"
  ${DoWhile} $R1 != ""
    ${If} $R1 != "."
    ${AndIf} $R1 != ".."
    ${AndIf} $R1 != "~new"
    ${AndIf} $R1 != "~old"
    ${AndIf} $R1 != "uninstall.exe"
      StrCpy $Why "$(NOT_EMPTY)"
    ${EndIf}
    FindNext $R0 $R1
  ${Loop}
  FindClose $R0
FunctionEnd

; Every file of the old version must be free, or nothing is touched.
Function CheckUnused
  ${Do}
    Call UseList
    GetFunctionAddress $Act IsFree
    Call EachLine
    ${If} $Failed == 0
      ${ExitDo}
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDRETRY again
    StrCpy $Why "$(RUNNING)"
    StrCpy $Code ${CODE_RUNNING}
    Call DropNewFolder
    Call WriteLog
    SetErrorLevel ${CODE_RUNNING}
    Quit
    again:
  ${Loop}
FunctionEnd

; The new version stands beside the old one for a moment, so there must be room for both.
Function CheckRoom
  ${GetRoot} "$INSTDIR" $Root
  ${DriveSpace} "$Root\" "/D=F /S=M" $Free
  StrCpy $Need ${NEED_MB}
  ${If} $Free != ""
  ${AndIf} $Free < $Need
    Call DropNewFolder
    ${Refuse} WRITE "$(NO_ROOM)"
  ${EndIf}
FunctionEnd
