/* jianbao-cli.exe: the command line on Windows. jianbao.exe is a program with windows, so a console neither waits for
   it nor shows what it writes; this one starts it with --cli, hands its words, its input and its output through, waits,
   and ends with its exit status. It stands on kernel32 alone: no C library, nothing of the compiler's is shipped. */
#include <windows.h>

#define LONGEST 32768
#define FAULT 70

static wchar_t program[LONGEST], line[LONGEST], wide[8192];

/* One stream of the console that is written to from a pipe. */
typedef struct { HANDLE console, pipe, thread; char bytes[4096]; DWORD kept; } Stream;
static Stream streams[2];

static BOOL isConsole(HANDLE handle) {
  DWORD mode;
  return GetConsoleMode(handle, &mode);
}

/* Says a sentence on standard error: as text on a console, in UTF-8 everywhere else. */
static void complain(const wchar_t *text) {
  HANDLE to = GetStdHandle(STD_ERROR_HANDLE);
  DWORD written;
  if (isConsole(to)) { WriteConsoleW(to, text, lstrlenW(text), &written, NULL); return; }
  int size = WideCharToMultiByte(CP_UTF8, 0, text, -1, streams[0].bytes, sizeof streams[0].bytes, NULL, NULL);
  if (size > 0) WriteFile(to, streams[0].bytes, size - 1, &written, NULL);
}

/* How many bytes at the end are the beginning of a character whose rest has not come yet. */
static DWORD unfinished(const char *bytes, DWORD size) {
  for (DWORD back = 1; back <= 3 && back <= size; back += 1) {
    unsigned char byte = (unsigned char)bytes[size - back];
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4u : byte >= 0xe0 ? 3u : 2u) > back ? back : 0;
  }
  return 0;
}

static void show(Stream *stream, DWORD size) {
  DWORD written, rest = unfinished(stream->bytes, size);
  int count = MultiByteToWideChar(CP_UTF8, 0, stream->bytes, size - rest, stream == streams ? wide : wide + 4096, 4096);
  if (count > 0) WriteConsoleW(stream->console, stream == streams ? wide : wide + 4096, count, &written, NULL);
  for (DWORD at = 0; at < rest; at += 1) stream->bytes[at] = stream->bytes[size - rest + at];
  stream->kept = rest;
}

/* Shows what the program writes, whatever the console's code page is. */
static DWORD WINAPI pump(void *given) {
  Stream *stream = given;
  DWORD size;
  while (ReadFile(stream->pipe, stream->bytes + stream->kept, sizeof stream->bytes - stream->kept, &size, NULL) && size > 0) show(stream, stream->kept + size);
  return 0;
}

/* The program can write to a file or a pipe by itself; for a console it gets a pipe that is shown here. */
static HANDLE outlet(Stream *stream, DWORD which) {
  SECURITY_ATTRIBUTES passedOn = { sizeof passedOn, NULL, TRUE };
  HANDLE own = GetStdHandle(which), end;
  if (own == NULL || own == INVALID_HANDLE_VALUE) return CreateFileW(L"NUL", GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, &passedOn, OPEN_EXISTING, 0, NULL);
  if (isConsole(own) && CreatePipe(&stream->pipe, &end, &passedOn, 0)) {
    SetHandleInformation(stream->pipe, HANDLE_FLAG_INHERIT, 0);
    stream->console = own;
    return end;
  }
  SetHandleInformation(own, HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT);
  return own;
}

/* No command asks questions: a console is not handed on, a file or a pipe is. */
static HANDLE inlet(void) {
  SECURITY_ATTRIBUTES passedOn = { sizeof passedOn, NULL, TRUE };
  HANDLE own = GetStdHandle(STD_INPUT_HANDLE);
  if (own == NULL || own == INVALID_HANDLE_VALUE || isConsole(own)) return CreateFileW(L"NUL", GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE, &passedOn, OPEN_EXISTING, 0, NULL);
  SetHandleInformation(own, HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT);
  return own;
}

/* The words behind the program's name, exactly as they were typed: whatever quoted them quotes them still. */
static const wchar_t *words(void) {
  const wchar_t *at = GetCommandLineW();
  BOOL quoted = FALSE;
  for (; *at && (quoted || (*at != L' ' && *at != L'\t')); at += 1) if (*at == L'"') quoted = !quoted;
  while (*at == L' ' || *at == L'\t') at += 1;
  return at;
}

static BOOL beginsWith(const wchar_t *text, const wchar_t *word) {
  while (*word) if (*text++ != *word++) return FALSE;
  return *text == 0 || *text == L' ' || *text == L'\t';
}

/* jianbao.exe beside this program; FALSE when it is not there. */
static BOOL findProgram(void) {
  DWORD length = GetModuleFileNameW(NULL, program, LONGEST);
  while (length > 0 && program[length - 1] != L'\\') length -= 1;
  if (length + 12 > LONGEST) return FALSE;
  lstrcpyW(program + length, L"jianbao.exe");
  return GetFileAttributesW(program) != INVALID_FILE_ATTRIBUTES;
}

static BOOL makeLine(void) {
  const wchar_t *given = words();
  const wchar_t *command = beginsWith(given, L"--cli") || beginsWith(given, L"--self-check") ? L"\" --log-level=3 " : L"\" --log-level=3 --cli ";
  if (lstrlenW(program) + lstrlenW(command) + lstrlenW(given) + 2 > LONGEST) return FALSE;
  lstrcpyW(line, L"\"");
  lstrcatW(line, program);
  lstrcatW(line, command);
  lstrcatW(line, given);
  return TRUE;
}

/* The program ends with this one, also when this one is ended by Ctrl+C. */
static HANDLE together(HANDLE process) {
  static JOBOBJECT_EXTENDED_LIMIT_INFORMATION limit;
  HANDLE job = CreateJobObjectW(NULL, NULL);
  limit.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
  SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limit, sizeof limit);
  AssignProcessToJobObject(job, process);
  return job;
}

static DWORD run(void) {
  static STARTUPINFOW start;
  static PROCESS_INFORMATION made;
  DWORD status = FAULT;
  start.cb = sizeof start;
  start.dwFlags = STARTF_USESTDHANDLES;
  start.hStdInput = inlet();
  start.hStdOutput = outlet(&streams[0], STD_OUTPUT_HANDLE);
  start.hStdError = outlet(&streams[1], STD_ERROR_HANDLE);
  if (!CreateProcessW(program, line, NULL, NULL, TRUE, CREATE_SUSPENDED, NULL, NULL, &start, &made)) {
    complain(L"检报没有启动。请重新安装检报，或请管理员查看安全软件是否拦住了它。\r\n");
    return FAULT;
  }
  HANDLE job = together(made.hProcess);
  for (int at = 0; at < 2; at += 1) {
    if (!streams[at].pipe) continue;
    CloseHandle(at == 0 ? start.hStdOutput : start.hStdError);
    streams[at].thread = CreateThread(NULL, 0, pump, &streams[at], 0, NULL);
  }
  ResumeThread(made.hThread);
  WaitForSingleObject(made.hProcess, INFINITE);
  GetExitCodeProcess(made.hProcess, &status);
  TerminateJobObject(job, FAULT);
  for (int at = 0; at < 2; at += 1) if (streams[at].thread) WaitForSingleObject(streams[at].thread, INFINITE);
  return status;
}

void entry(void) {
  DWORD status = FAULT;
  SetEnvironmentVariableW(L"ELECTRON_NO_ATTACH_CONSOLE", L"1");
  if (!findProgram()) {
    complain(L"检报的程序不在这里：");
    complain(program);
    complain(L"。请重新安装检报。\r\n");
  } else if (!makeLine()) complain(L"命令太长了，Windows 放不下。请少写几个文件，分几次做。\r\n");
  else status = run();
  ExitProcess(status);
}
