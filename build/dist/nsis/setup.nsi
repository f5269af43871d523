; The installer of 检报 for Windows, for all users or for one. setup.mjs writes what ${GEN} holds and calls makensis.
; What it promises: an old version is replaced whole or not at all (swap.nsh); nothing that it did not install is ever
; touched; whatever it refuses it says in a sentence and by an exit code (build/dist/exitCodes.mjs).
Target amd64-unicode        ; a 64-bit program, so that no 32-bit Windows starts it
SetCompressor /SOLID lzma
SetCompressorDictSize 32
SetDateSave off
CRCCheck force
SetOverwrite try
ManifestDPIAware true
ManifestSupportedOS Win10

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include TextFunc.nsh
!include x64.nsh
!include WinVer.nsh
!include "${GEN}/facts.nsh"

Name "${TITLE}"
OutFile "${OUT}"
InstallDir "$TEMP\${FOLDER}"   ; stands for “none was named”: the true one is found in .onInit
RequestExecutionLevel ${LEVEL}
!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"' = 0
!endif
BrandingText "检报 ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow

Var Scope    ; machine | user
Var Ours     ; this version
Var Found    ; the version that is installed
Var Prior    ; the folder it is in, empty where there is none
Var Line     ; a file, relative to the folder
Var List     ; the list that is read
Var Act      ; what is done with each line of it
Var Failed   ; 1 when it could not be done
Var Root
Var Free
Var Need
Var From
Var To
Var Code
Var Why
Var Title
Var Subtitle

VIProductVersion "${VERSION}.0"
!macro VersionInfo LANGUAGE
  VIAddVersionKey /LANG=${LANGUAGE} "ProductName" "${TITLE}"
  VIAddVersionKey /LANG=${LANGUAGE} "FileDescription" "${TITLE}安装程序"
  VIAddVersionKey /LANG=${LANGUAGE} "FileVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} "ProductVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} "CompanyName" "${PUBLISHER}"
  VIAddVersionKey /LANG=${LANGUAGE} "LegalCopyright" "${PUBLISHER}"
!macroend

!include "${SOURCE}/wizard.nsh"
!include "${GEN}/texts.nsh"
!insertmacro VersionInfo 2052
!insertmacro VersionInfo 1033

!include "${SOURCE}/say.nsh"
!include "${SOURCE}/scope.nsh"
!include "${SOURCE}/list.nsh"
!include "${SOURCE}/move.nsh"
!include "${SOURCE}/checks.nsh"
!include "${SOURCE}/swap.nsh"
!include "${SOURCE}/register.nsh"
!include "${SOURCE}/uninstall.nsh"

; A language that is named counts from the end of .onInit on, so everything that may speak comes after it.
Function .onInit
  InitPluginsDir
  Call ReadLanguage
FunctionEnd

Function Begin
  StrCpy $Ours "${VERSION}"
  Call CheckWindows
  Call ReadScope
  Call FindPrior
  Call CheckOthers
  Call ChooseFolder
FunctionEnd

Function BeginShown
  Call Begin
  Call AskAboutOwn
  Call ChooseTitle
FunctionEnd

Function AskWhetherToQuit
  MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(ASK_QUIT)" IDYES quit
  Abort
  quit:
  StrCpy $Why "$(CANCELLED)"
  StrCpy $Code ${CODE_CANCELLED}
  Call WriteLog
  SetErrorLevel ${CODE_CANCELLED}
FunctionEnd

; Reached when the unpacking itself was cut short (the disk filled up in the middle of a file).
Function .onInstFailed
  SetOutPath "$PLUGINSDIR"
  Call Restore
  ${Refuse} WRITE "$(WRITE)"
FunctionEnd

Section
  AddSize ${SIZE_KB}
  SetDetailsPrint none
  ${If} ${Silent}
    Call Begin
  ${EndIf}
  Call CheckFolder
  ${If} $Why != ""
    Call Leave
  ${EndIf}
  Call Recover
  Call PrepareFolder
  Call CheckUnused
  Call CheckRoom
  Call Unpack
  Call Swap
  Call Register
  StrCpy $Why "$(DONE_INSTALLED)"
  StrCpy $Code ${CODE_DONE}
  Call WriteLog
  SetErrorLevel ${CODE_DONE}
SectionEnd
