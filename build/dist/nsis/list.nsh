; Lists of files, one path a line, relative to the folder. What leads out of the folder is not followed.

!macro Listing UN
; Does $Act with each $Line of $List; stops with $Failed = 1 at the first that fails. A list that is not there is empty.
Function ${UN}EachLine
  StrCpy $Failed 0
  ClearErrors
  FileOpen $R0 "$List" r
  ${If} ${Errors}
    Return
  ${EndIf}
  ${Do}
    ClearErrors
    FileRead $R0 $Line
    ${If} ${Errors}
      ${ExitDo}
    ${EndIf}
    ${TrimNewLines} "$Line" $Line
    Call ${UN}IsInside
    ${If} $R1 == 1
      Call $Act
    ${EndIf}
  ${LoopUntil} $Failed == 1
  FileClose $R0
FunctionEnd

; $R1 = 1 where $Line names something below the folder.
Function ${UN}IsInside
  StrCpy $R1 0
  StrCpy $R2 $Line 1
  ${If} $Line == ""
  ${OrIf} $R2 == "\"
    Return
  ${EndIf}
  ${WordFind} "$Line" ".." "E+1" $R2
  ${IfNot} ${Errors}
    Return
  ${EndIf}
  ClearErrors
  ${WordFind} "$Line" ":" "E+1" $R2
  ${IfNot} ${Errors}
    Return
  ${EndIf}
  ClearErrors
  StrCpy $R1 1
FunctionEnd

; Fails where a program holds the file $Line: one that runs, or is open and not shared.
Function ${UN}IsFree
  ${IfNot} ${FileExists} "$INSTDIR\$Line"
    Return
  ${EndIf}
  ClearErrors
  FileOpen $R2 "$INSTDIR\$Line" a
  ${If} ${Errors}
    StrCpy $Failed 1
    Return
  ${EndIf}
  FileClose $R2
FunctionEnd

; Removes the folders above $Line that are empty now.
Function ${UN}DropEmpty
  ${Do}
    ${GetParent} "$Line" $Line
    ${If} $Line == ""
      ${ExitDo}
    ${EndIf}
    RMDir "$INSTDIR\$Line"
  ${Loop}
FunctionEnd
!macroend
!insertmacro Listing ""
!insertmacro Listing "un."
