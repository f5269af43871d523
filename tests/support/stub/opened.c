/* Leaves word that it was started. */
#include <windows.h>

int WINAPI WinMain(HINSTANCE instance, HINSTANCE before, LPSTR line, int show) {
  (void)instance; (void)before; (void)line; (void)show;
  CloseHandle(CreateFileW(L"C:\\opened.txt", GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL));
  return 0;
}
