/* Makes writing and syncing fail at random for files under FAILING_UNDER: FAILING_PER_MILLE of the calls, the same for the same FAILING_SEED. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static unsigned long long state = 0;

static int is_ours(int fd) {
  const char *under = getenv("FAILING_UNDER");
  char link[64], path[PATH_MAX];
  if (!under) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t n = readlink(link, path, sizeof path - 1);
  if (n < 0) return 0;
  path[n] = 0;
  return strncmp(path, under, strlen(under)) == 0;
}

static unsigned next_random(void) {
  if (state == 0) {
    const char *seed = getenv("FAILING_SEED");
    state = seed ? strtoull(seed, NULL, 10) * 2654435761ULL + 1 : 1;
  }
  state = state * 6364136223846793005ULL + 1442695040888963407ULL;
  return (unsigned)(state >> 33);
}

static int is_unlucky(int fd) {
  const char *rate = getenv("FAILING_PER_MILLE");
  if (!rate || !is_ours(fd)) return 0;
  return (int)(next_random() % 1000) < atoi(rate);
}

/* EIO, a full disk, or only half of what was asked. */
static ssize_t fail_write(int fd, const void *bytes, size_t count, off64_t at, int placed) {
  static ssize_t (*real_write)(int, const void *, size_t);
  static ssize_t (*real_pwrite)(int, const void *, size_t, off64_t);
  if (!real_write) real_write = dlsym(RTLD_NEXT, "write");
  if (!real_pwrite) real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
  if (is_unlucky(fd)) {
    unsigned how = next_random() % 3;
    if (how == 0) { errno = EIO; return -1; }
    if (how == 1) { errno = ENOSPC; return -1; }
    if (count > 1) count /= 2;
  }
  return placed ? real_pwrite(fd, bytes, count, at) : real_write(fd, bytes, count);
}

ssize_t write(int fd, const void *bytes, size_t count) { return fail_write(fd, bytes, count, 0, 0); }
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) { return fail_write(fd, bytes, count, at, 1); }
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) { return fail_write(fd, bytes, count, at, 1); }

static int fail_sync(int fd, const char *name) {
  int (*real)(int) = dlsym(RTLD_NEXT, name);
  if (is_unlucky(fd)) { errno = EIO; return -1; }
  return real(fd);
}

int fsync(int fd) { return fail_sync(fd, "fsync"); }
int fdatasync(int fd) { return fail_sync(fd, "fdatasync"); }
