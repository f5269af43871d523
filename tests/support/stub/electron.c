/* Stands in for electron.exe in tests: shows nothing, and does what its switches say, in this order.
   --args-file PATH     writes its arguments, one a line, in UTF-8
   --version-file PATH  writes the version that stands in its own resource: 1.2.3.0
   --say TEXT           writes the text to standard output, in UTF-8
   --complain TEXT      writes the text to standard error
   --echo               copies standard input to standard output
   --hold SECONDS       stays open that long
   --exit STATUS        ends with it */
#include <windows.h>
#include <shellapi.h>
#include <stdlib.h>

/* What @electron/fuses looks for: the mark, the version of the wire, the number of fuses, one letter for each. */
__attribute__((used)) static const char fuses[] = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX" "\x01\x08" "10110001";

static void put(HANDLE to, const wchar_t *text) {
  char bytes[8192];
  DWORD written;
  int size = WideCharToMultiByte(CP_UTF8, 0, text, -1, bytes, sizeof bytes, NULL, NULL);
  if (size > 0) WriteFile(to, bytes, size - 1, &written, NULL);
}

static HANDLE create(const wchar_t *path) {
  return CreateFileW(path, GENERIC_WRITE, FILE_SHARE_READ, NULL, CREATE_ALWAYS, FILE_ATTRIBUTE_NORMAL, NULL);
}

static void writeArguments(const wchar_t *path, int count, wchar_t **words) {
  HANDLE file = create(path);
  for (int at = 1; at < count; at += 1) {
    put(file, words[at]);
    put(file, L"\n");
  }
  CloseHandle(file);
}

static void writeVersion(const wchar_t *path) {
  wchar_t own[4096], text[64];
  static char block[65536];
  VS_FIXEDFILEINFO *info;
  UINT size;
  HANDLE file = create(path);
  GetModuleFileNameW(NULL, own, 4096);
  if (GetFileVersionInfoW(own, 0, sizeof block, block) && VerQueryValueW(block, L"\\", (void **)&info, &size)) {
    wsprintfW(text, L"%u.%u.%u.%u", HIWORD(info->dwProductVersionMS), LOWORD(info->dwProductVersionMS), HIWORD(info->dwProductVersionLS), LOWORD(info->dwProductVersionLS));
    put(file, text);
  }
  CloseHandle(file);
}

static void echo(void) {
  char bytes[4096];
  DWORD size, written;
  while (ReadFile(GetStdHandle(STD_INPUT_HANDLE), bytes, sizeof bytes, &size, NULL) && size > 0) WriteFile(GetStdHandle(STD_OUTPUT_HANDLE), bytes, size, &written, NULL);
}

int WINAPI WinMain(HINSTANCE instance, HINSTANCE before, LPSTR line, int show) {
  int count, status = 0;
  wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count);
  (void)instance; (void)before; (void)line; (void)show;
  for (int at = 1; at < count; at += 1) {
    const wchar_t *value = at + 1 < count ? words[at + 1] : L"";
    if (lstrcmpW(words[at], L"--args-file") == 0) writeArguments(value, count, words);
    if (lstrcmpW(words[at], L"--version-file") == 0) writeVersion(value);
    if (lstrcmpW(words[at], L"--say") == 0) put(GetStdHandle(STD_OUTPUT_HANDLE), value);
    if (lstrcmpW(words[at], L"--complain") == 0) put(GetStdHandle(STD_ERROR_HANDLE), value);
    if (lstrcmpW(words[at], L"--echo") == 0) echo();
    if (lstrcmpW(words[at], L"--hold") == 0) Sleep(1000 * (DWORD)_wtoi(value));
    if (lstrcmpW(words[at], L"--exit") == 0) status = _wtoi(value);
  }
  return status;
}
