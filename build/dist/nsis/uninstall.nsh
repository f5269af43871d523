; Takes out exactly what this version installed, or, where a file cannot go, nothing. Data (%APPDATA%), policy (%ProgramData%) and a stranger's file in the folder stay.

Function un.onInit
  Call un.ReadLanguage
FunctionEnd

Function un.Begin
  ReadINIStr $Scope "$INSTDIR\uninstall.ini" "install" "scope"
  ${If} $Scope != "machine"
  ${AndIf} $Scope != "user"
    StrCpy $Scope "${SCOPE}"
  ${EndIf}
  Call un.UseScope
FunctionEnd

Function un.SayCancelled
  SetErrorLevel ${CODE_CANCELLED}
FunctionEnd

Section "Uninstall"
  SetDetailsPrint none
  ${If} ${Silent}
    Call un.Begin
  ${EndIf}
  InitPluginsDir
  SetOutPath "$PLUGINSDIR"
  File "${GEN}/uninstall.lst"
  StrCpy $List "$PLUGINSDIR\uninstall.lst"
  GetFunctionAddress $Act un.IsFreeToGo
  Call un.EachLine
  ${If} $Failed == 1
    ${Refuse} RUNNING "$(RUNNING)"
  ${EndIf}
  RMDir /r "$INSTDIR\~old"
  GetFunctionAddress $Act un.TakeOut
  Call un.EachLine
  ${If} $Failed == 1
    Push $Line
    GetFunctionAddress $Act un.PutBack
    Call un.EachLine
    RMDir /r "$INSTDIR\~old"
    Pop $Line
    ${Refuse} OLD_STAYS "$(LEFT_OVER)"
  ${EndIf}
  GetFunctionAddress $Act un.DropEmpty
  Call un.EachLine
  RMDir /r "$INSTDIR\~new"
  RMDir /r "$INSTDIR\~old"
  Delete "$INSTDIR\uninstall.lst"
  Call un.Unregister
  ; Started with _?= it runs from the folder, and Windows lets nobody delete or move a running installer.
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  StrCpy $Why "$(REMOVED)"
  StrCpy $Code ${CODE_DONE}
  Call un.WriteLog
  SetErrorLevel ${CODE_DONE}
SectionEnd

Function un.IsFreeToGo
  ${If} $Line != "uninstall.exe"
    Call un.IsFree
  ${EndIf}
FunctionEnd

Function un.TakeOut
  ${If} $Line != "uninstall.exe"
    Call un.MoveOut
  ${EndIf}
FunctionEnd

; The registration of another folder is not this one's to remove.
Function un.Unregister
  ReadRegStr $R0 SHCTX "${APP_KEY}" "InstallDir"
  ${If} $R0 != $INSTDIR
    Return
  ${EndIf}
  Delete "$SMPROGRAMS\${SHORTCUT}"
  Delete "$DESKTOP\${SHORTCUT}"
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  DeleteRegKey SHCTX "${OPEN_WITH_KEY}"
  DeleteRegKey SHCTX "${APP_KEY}"
FunctionEnd
