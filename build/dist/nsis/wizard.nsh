; The pages: folder, progress, done; for the uninstaller: what stays, progress.
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_CUSTOMFUNCTION_GUIINIT BeginShown
!define MUI_CUSTOMFUNCTION_UNGUIINIT un.Begin
!define MUI_CUSTOMFUNCTION_ABORT AskWhetherToQuit
!define MUI_CUSTOMFUNCTION_UNABORT un.SayCancelled

!define MUI_PAGE_HEADER_TEXT "$(FOLDER_TITLE)"
!define MUI_PAGE_HEADER_SUBTEXT "$(FOLDER_SUBTITLE)"
!define MUI_DIRECTORYPAGE_TEXT_TOP "$(FOLDER_TEXT)"
!define MUI_DIRECTORYPAGE_TEXT_DESTINATION "$(FOLDER_LABEL)"
!define MUI_PAGE_CUSTOMFUNCTION_PRE SkipKnownFolder
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE LeaveFolder
!insertmacro MUI_PAGE_DIRECTORY

!define MUI_PAGE_HEADER_TEXT "$(BUSY_TITLE)"
!define MUI_PAGE_HEADER_SUBTEXT "$(BUSY_SUBTITLE)"
!insertmacro MUI_PAGE_INSTFILES

!define MUI_FINISHPAGE_TITLE "$(DONE_TITLE)"
!define MUI_FINISHPAGE_TEXT "$(DONE_TEXT)"
!define MUI_FINISHPAGE_BUTTON "$(DONE_BUTTON)"
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_TEXT "$(DONE_OPEN)"
!define MUI_FINISHPAGE_RUN_FUNCTION OpenProgram
!define MUI_FINISHPAGE_SHOWREADME
!define MUI_FINISHPAGE_SHOWREADME_TEXT "$(DONE_DESKTOP)"
!define MUI_FINISHPAGE_SHOWREADME_NOTCHECKED
!define MUI_FINISHPAGE_SHOWREADME_FUNCTION PutOnDesktop
!define MUI_FINISHPAGE_NOREBOOTSUPPORT
!insertmacro MUI_PAGE_FINISH

!define MUI_PAGE_HEADER_TEXT "$(REMOVE_TITLE)"
!define MUI_PAGE_HEADER_SUBTEXT "$(REMOVE_SUBTITLE)"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(REMOVE_TEXT)"
!define MUI_UNCONFIRMPAGE_TEXT_LOCATION "$(REMOVE_LABEL)"
!insertmacro MUI_UNPAGE_CONFIRM
!define MUI_PAGE_HEADER_TEXT "$(REMOVING_TITLE)"
!define MUI_PAGE_HEADER_SUBTEXT "$(REMOVE_SUBTITLE)"
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGE SimpChinese
!insertmacro MUI_LANGUAGE English
SetFont /LANG=${LANG_SIMPCHINESE} "Microsoft YaHei UI" 9

; A folder is chosen once; an upgrade goes where the old version is.
Function SkipKnownFolder
  ${If} $Prior != ""
    Abort
  ${EndIf}
FunctionEnd

Function LeaveFolder
  Call CheckFolder
  ${If} $Why != ""
    MessageBox MB_OK|MB_ICONEXCLAMATION "$Why"
    Abort
  ${EndIf}
FunctionEnd

; Through the desktop's own shell, so that a program started from an elevated installer is not elevated.
Function OpenProgram
  Exec '"$WINDIR\explorer.exe" "$INSTDIR\${PROGRAM}"'
FunctionEnd
