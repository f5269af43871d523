; The pages: folder, progress, done; for the uninstaller: what stays, progress.
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_CUSTOMFUNCTION_GUIINIT BeginShown
!define MUI_CUSTOMFUNCTION_UNGUIINIT un.Begin
!define MUI_CUSTOMFUNCTION_ABORT AskWhetherToQuit
!define MUI_CUSTOMFUNCTION_UNABORT un.SayCancelled

!define MUI_PAGE_HEADER_TEXT "$Title"
!define MUI_PAGE_HEADER_SUBTEXT "$Subtitle"
!define MUI_DIRECTORYPAGE_TEXT_TOP "$(FOLDER_TEXT)"
!define MUI_DIRECTORYPAGE_TEXT_DESTINATION "$(FOLDER_LABEL)"
!define MUI_PAGE_CUSTOMFUNCTION_SHOW ShowFolder
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
!define MUI_INSTFILESPAGE_FINISHHEADER_TEXT "$(REMOVED_TITLE)"
!define MUI_INSTFILESPAGE_FINISHHEADER_SUBTEXT "$(REMOVED)"
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGE SimpChinese
!insertmacro MUI_LANGUAGE English
SetFont /LANG=${LANG_SIMPCHINESE} "Microsoft YaHei UI" 9

; What the first page is about: a folder, an upgrade, a repair.
Function ChooseTitle
  ${VersionCompare} "$Ours" "$Found" $R0
  ${If} $Prior == ""
    StrCpy $Title "$(FOLDER_TITLE)"
    StrCpy $Subtitle "$(FOLDER_SUBTITLE)"
  ${ElseIf} $R0 == 0
    StrCpy $Title "$(REPAIR_TITLE)"
    StrCpy $Subtitle "$(REPAIR_SUBTITLE)"
  ${Else}
    StrCpy $Title "$(UPGRADE_TITLE)"
    StrCpy $Subtitle "$(UPGRADE_SUBTITLE)"
  ${EndIf}
FunctionEnd

; A folder is chosen once; an upgrade goes where the old version is.
Function ShowFolder
  ${If} $Prior != ""
    EnableWindow $mui.DirectoryPage.Directory 0
    EnableWindow $mui.DirectoryPage.BrowseButton 0
    GetDlgItem $R0 $HWNDPARENT 1
    SendMessage $HWNDPARENT ${WM_NEXTDLGCTL} $R0 1
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
