/* Runs the command line that is its one argument without an administrator's rights, as Windows does for one who was not asked. */
#include <windows.h>

int wmain(int count, wchar_t **words) {
  SID_IDENTIFIER_AUTHORITY authority = {SECURITY_NT_AUTHORITY};
  SID_AND_ATTRIBUTES administrators = {0};
  STARTUPINFOW how = {sizeof how};
  PROCESS_INFORMATION started;
  HANDLE own, reduced;
  DWORD status = 99;
  if (count != 2 || !OpenProcessToken(GetCurrentProcess(), TOKEN_ALL_ACCESS, &own)) return 90;
  AllocateAndInitializeSid(&authority, 2, SECURITY_BUILTIN_DOMAIN_RID, DOMAIN_ALIAS_RID_ADMINS, 0, 0, 0, 0, 0, 0, &administrators.Sid);
  if (!CreateRestrictedToken(own, 0, 1, &administrators, 0, NULL, 0, NULL, &reduced)) return 91;
  if (!CreateProcessAsUserW(reduced, NULL, words[1], NULL, NULL, FALSE, 0, NULL, NULL, &how, &started)) return 92;
  WaitForSingleObject(started.hProcess, 60000);
  GetExitCodeProcess(started.hProcess, &status);
  return status;
}
