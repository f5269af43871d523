; For whom: all users of the computer (machine) or one (user). /ALLUSERS and /CURRENTUSER say; setup-user.exe without them means one.
!macro Scoping UN
Function ${UN}UseScope
  SetRegView 64
  ${If} $Scope == "machine"
    SetShellVarContext all
    UserInfo::GetAccountType
    Pop $R0
    ${If} $R0 != "Admin"
      StrCpy $Why "$(NOT_ELEVATED)"
      StrCpy $Code ${CODE_NOT_ELEVATED}
      Call ${UN}Leave
    ${EndIf}
  ${Else}
    SetShellVarContext current
  ${EndIf}
FunctionEnd
!macroend
!insertmacro Scoping ""
!insertmacro Scoping "un."

Function ReadScope
  StrCpy $Scope "${SCOPE}"
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/ALLUSERS" $R1
  ${IfNot} ${Errors}
    StrCpy $Scope "machine"
  ${EndIf}
  ClearErrors
  ${GetOptions} $R0 "/CURRENTUSER" $R1
  ${IfNot} ${Errors}
    StrCpy $Scope "user"
  ${EndIf}
  Call UseScope
FunctionEnd

; What of this scope is installed already, by its registration; one whose folder is gone does not count.
Function FindPrior
  ReadRegStr $Prior SHCTX "${APP_KEY}" "InstallDir"
  ReadRegStr $Found SHCTX "${APP_KEY}" "Version"
  ${If} $Prior == ""
  ${OrIf} ${FileExists} "$Prior\${PROGRAM}"
  ${OrIf} ${FileExists} "$Prior\uninstall.lst"
  ${OrIf} ${FileExists} "$Prior\~old\uninstall.lst"
    Return
  ${EndIf}
  StrCpy $Prior ""
  StrCpy $Found ""
FunctionEnd

; The folder that was named with /D=, or the one it is in, or the usual one.
Function ChooseFolder
  ${If} $INSTDIR == "$TEMP\${FOLDER}"
    ${If} $Prior != ""
      StrCpy $INSTDIR $Prior
    ${ElseIf} $Scope == "machine"
      StrCpy $INSTDIR "$PROGRAMFILES64\${FOLDER}"
    ${Else}
      StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${FOLDER}"
    ${EndIf}
  ${EndIf}
FunctionEnd
