/* A custom action of the MSI: refuses to install, repair or remove while the program runs from the folder concerned.
   It looks and says; it ends nothing and changes nothing. */
#include <windows.h>
#include <msi.h>
#include <msiquery.h>
#include <tlhelp32.h>
#include <wchar.h>

#define LONGEST 32768
static WCHAR folders[2][LONGEST], image[LONGEST], sentence[1024];

static void property(MSIHANDLE install, const WCHAR *name, WCHAR *text, DWORD size) {
  if (MsiGetPropertyW(install, name, text, &size) != ERROR_SUCCESS) text[0] = 0;
}

/* Whether a process was started from one of the folders; one that does not say where it is from counts as ours. */
static BOOL ours(DWORD id) {
  DWORD size = LONGEST;
  HANDLE process = OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, id);
  BOOL known = process != NULL && QueryFullProcessImageNameW(process, 0, image, &size);
  if (process != NULL) CloseHandle(process);
  if (!known) return GetLastError() != ERROR_INVALID_PARAMETER;
  for (int i = 0; i < 2; i++)
    if (folders[i][0] != 0 && _wcsnicmp(image, folders[i], wcslen(folders[i])) == 0) return TRUE;
  return FALSE;
}

static BOOL running(void) {
  PROCESSENTRY32W entry = { .dwSize = sizeof entry };
  HANDLE list = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
  BOOL found = FALSE;
  if (list == INVALID_HANDLE_VALUE) return FALSE;
  for (BOOL more = Process32FirstW(list, &entry); more && !found; more = Process32NextW(list, &entry))
    found = (_wcsicmp(entry.szExeFile, L"jianbao.exe") == 0 || _wcsicmp(entry.szExeFile, L"jianbao-cli.exe") == 0) && ours(entry.th32ProcessID);
  CloseHandle(list);
  return found;
}

__declspec(dllexport) UINT __stdcall RefuseWhileRunning(MSIHANDLE install) {
  property(install, L"INSTALLDIR", folders[0], LONGEST);
  property(install, L"OLDDIR", folders[1], LONGEST);
  if (!running()) return ERROR_SUCCESS;
  property(install, L"RUNNINGTEXT", sentence, sizeof sentence / sizeof *sentence);
  MSIHANDLE record = MsiCreateRecord(0);
  MsiRecordSetStringW(record, 0, sentence);
  MsiProcessMessage(install, INSTALLMESSAGE_ERROR | MB_OK | MB_ICONWARNING, record);
  MsiCloseHandle(record);
  return ERROR_INSTALL_FAILURE;
}
