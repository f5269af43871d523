; What is said: in a window, or with /S in the file that /LOG= names.

; Ends with that code of build/dist/exitCodes.mjs and that sentence.
!macro _Refuse NAME TEXT
  StrCpy $Why "${TEXT}"
  StrCpy $Code ${CODE_${NAME}}
  !ifdef __UNINSTALL__
    Call un.Leave
  !else
    Call Leave
  !endif
!macroend
!define Refuse "!insertmacro _Refuse"

!macro Saying UN
; /LANG=2052 speaks Chinese, /LANG=1033 English; without it, what Windows speaks, and Chinese where that is neither.
Function ${UN}ReadLanguage
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/LANG=" $R1
  ${If} $R1 == 2052
  ${OrIf} $R1 == 1033
    StrCpy $LANGUAGE $R1
  ${EndIf}
FunctionEnd

Function ${UN}Leave
  Call ${UN}WriteLog
  MessageBox MB_OK|MB_ICONSTOP "$Why" /SD IDOK
  SetErrorLevel $Code
  Quit
FunctionEnd

Function ${UN}WriteLog
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/LOG=" $R1
  ${If} ${Errors}
    Return
  ${EndIf}
  FileOpen $R2 "$R1" a
  ${If} ${Errors}
    Return
  ${EndIf}
  FileSeek $R2 0 END $R3
  ${If} $R3 == 0
    FileWriteUTF16LE /BOM $R2 ""
  ${EndIf}
  ${GetTime} "" "L" $R3 $R4 $R5 $R6 $R7 $R8 $R9
  FileWriteUTF16LE $R2 "$R5-$R4-$R3 $R7:$R8:$R9 $Code $Why$\r$\n"
  FileClose $R2
FunctionEnd
!macroend
!insertmacro Saying ""
!insertmacro Saying "un."
