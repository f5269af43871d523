; Moves of one file, each a rename on the same disk, between the folder and ~old.

!macro Moving UN
Function ${UN}MoveOut
  ${If} ${FileExists} "$INSTDIR\$Line"
    StrCpy $From "$INSTDIR\$Line"
    StrCpy $To "$INSTDIR\~old\$Line"
    Call ${UN}Move
  ${EndIf}
FunctionEnd

Function ${UN}PutBack
  ${If} ${FileExists} "$INSTDIR\~old\$Line"
    StrCpy $From "$INSTDIR\~old\$Line"
    StrCpy $To "$INSTDIR\$Line"
    Delete "$To"
    Call ${UN}Move
  ${EndIf}
FunctionEnd

; A scanner may hold a fresh file for a moment, so a move that fails is tried again for three seconds.
Function ${UN}Move
  ${GetParent} "$To" $R3
  CreateDirectory "$R3"
  StrCpy $R4 0
  ${Do}
    ClearErrors
    Rename "$From" "$To"
    ${IfNot} ${Errors}
      Return
    ${EndIf}
    ${If} ${FileExists} "$To"
      ${ExitDo}
    ${EndIf}
    Sleep 200
    IntOp $R4 $R4 + 1
  ${LoopUntil} $R4 = 15
  StrCpy $Failed 1
FunctionEnd
!macroend
!insertmacro Moving ""
!insertmacro Moving "un."
