/* Holds the file that is its first argument open, so that it may be read and written but not moved or deleted, until the file that is its second one is there. */
#include <windows.h>

int wmain(int count, wchar_t **words) {
  HANDLE held = count == 3 ? CreateFileW(words[1], GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_EXISTING, 0, NULL) : INVALID_HANDLE_VALUE;
  if (held == INVALID_HANDLE_VALUE) return 90;
  CloseHandle(CreateFileW(L"C:\\held.txt", GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL));
  for (int at = 0; at < 600 && GetFileAttributesW(words[2]) == INVALID_FILE_ATTRIBUTES; at += 1) Sleep(100);
  return 0;
}
