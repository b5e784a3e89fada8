/* Records what a program does to the files below one folder, in order: every creation, write, change of length,
   flush, change of name and removal, and the marks that the program sets itself.

   Loaded before the C library (LD_PRELOAD). RECORD_FOLDER: the folder, absolute; RECORD_LOG: the file to write.
   One record: a letter, two lengths of names (4 bytes each), offset, length of data (8 bytes each), then the first
   name, the second name and the data. All numbers little-endian as the machine has them (x86-64, ARM64).

     C created   W written at offset   L given the length "offset"   F flushed   N given the second name
     R removed   M mark */

#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define DESCRIPTORS 4096
#define LONGEST 4096
#define OUT_OF_THE_WAY 900 /* the program must not close the log by accident */

static char *names[DESCRIPTORS];
static int log_descriptor = -1;
static const char *folder;
static size_t folder_length;
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

__attribute__((constructor)) static void begin(void) {
    const char *log = getenv("RECORD_LOG");
    folder = getenv("RECORD_FOLDER");
    if (!log || !folder) return;
    folder_length = strlen(folder);
    int opened = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    log_descriptor = fcntl(opened, F_DUPFD_CLOEXEC, OUT_OF_THE_WAY);
    syscall(SYS_close, opened);
}

static int watched(const char *name) {
    return log_descriptor >= 0 && name && !strncmp(name, folder, folder_length)
        && (name[folder_length] == '/' || !name[folder_length]);
}

static void record(char letter, const char *name, const char *second, uint64_t offset, const void *data,
                   uint64_t length) {
    uint32_t first_length = name ? strlen(name) : 0, second_length = second ? strlen(second) : 0;
    char head[25];
    head[0] = letter;
    memcpy(head + 1, &first_length, 4);
    memcpy(head + 5, &second_length, 4);
    memcpy(head + 9, &offset, 8);
    memcpy(head + 17, &length, 8);
    struct iovec parts[4] = {
        {head, sizeof head}, {(void *)name, first_length}, {(void *)second, second_length}, {(void *)data, length}};
    pthread_mutex_lock(&turn);
    ssize_t wanted = sizeof head + first_length + second_length + length;
    if (syscall(SYS_writev, log_descriptor, parts, 4) != wanted) abort(); /* half a record would be a wrong one */
    pthread_mutex_unlock(&turn);
}

static const char *name_of(int descriptor) {
    return descriptor >= 0 && descriptor < DESCRIPTORS ? names[descriptor] : NULL;
}

/* The whole name of something named from a folder that is open, or as it was given. */
static const char *whole(int from, const char *name, char *room) {
    const char *base = name && name[0] != '/' ? name_of(from) : NULL;
    if (!base) return name;
    snprintf(room, LONGEST, "%s/%s", base, name);
    return room;
}

static int open_it(int from, const char *given, int flags, mode_t mode) {
    char room[LONGEST];
    const char *name = whole(from, given, room);
    struct stat before;
    int there = watched(name) && !stat(name, &before);
    int descriptor = syscall(SYS_openat, from, given, flags, mode);
    if (descriptor >= 0 && descriptor < DESCRIPTORS && watched(name)) {
        free(names[descriptor]);
        names[descriptor] = strdup(name);
        if (!there) record('C', name, NULL, 0, NULL, 0);
        else if (flags & O_TRUNC) record('L', name, NULL, 0, NULL, 0);
    }
    return descriptor;
}

#define MODE mode_t mode = 0; if (flags & (O_CREAT | O_TMPFILE)) { va_list more; va_start(more, flags); \
    mode = va_arg(more, mode_t); va_end(more); }
int open(const char *name, int flags, ...) { MODE return open_it(AT_FDCWD, name, flags, mode); }
int open64(const char *name, int flags, ...) { MODE return open_it(AT_FDCWD, name, flags, mode); }
int openat(int from, const char *name, int flags, ...) { MODE return open_it(from, name, flags, mode); }
int openat64(int from, const char *name, int flags, ...) { MODE return open_it(from, name, flags, mode); }

int close(int descriptor) {
    if (name_of(descriptor)) {
        free(names[descriptor]);
        names[descriptor] = NULL;
    }
    return syscall(SYS_close, descriptor);
}

ssize_t write(int descriptor, const void *data, size_t length) {
    const char *name = name_of(descriptor);
    off_t offset = name ? lseek(descriptor, 0, SEEK_CUR) : 0;
    ssize_t done = syscall(SYS_write, descriptor, data, length);
    if (name && done > 0) record('W', name, NULL, offset, data, done);
    return done;
}

static ssize_t write_at(int descriptor, const void *data, size_t length, off_t offset) {
    const char *name = name_of(descriptor);
    ssize_t done = syscall(SYS_pwrite64, descriptor, data, length, offset);
    if (name && done > 0) record('W', name, NULL, offset, data, done);
    return done;
}
ssize_t pwrite(int descriptor, const void *data, size_t length, off_t offset) {
    return write_at(descriptor, data, length, offset);
}
ssize_t pwrite64(int descriptor, const void *data, size_t length, off_t offset) {
    return write_at(descriptor, data, length, offset);
}

static int give_length(int descriptor, off_t length) {
    const char *name = name_of(descriptor);
    int failed = syscall(SYS_ftruncate, descriptor, length);
    if (name && !failed) record('L', name, NULL, length, NULL, 0);
    return failed;
}
int ftruncate(int descriptor, off_t length) { return give_length(descriptor, length); }
int ftruncate64(int descriptor, off_t length) { return give_length(descriptor, length); }

static int flush(int descriptor, long call) {
    const char *name = name_of(descriptor);
    int failed = syscall(call, descriptor);
    if (name && !failed) record('F', name, NULL, 0, NULL, 0);
    return failed;
}
int fsync(int descriptor) { return flush(descriptor, SYS_fsync); }
int fdatasync(int descriptor) { return flush(descriptor, SYS_fdatasync); }

int rename(const char *old, const char *new) {
    int failed = syscall(SYS_renameat2, AT_FDCWD, old, AT_FDCWD, new, 0);
    if (!failed && (watched(old) || watched(new))) record('N', old, new, 0, NULL, 0);
    return failed;
}

int unlinkat(int from, const char *given, int flags) {
    char room[LONGEST];
    const char *name = whole(from, given, room);
    int failed = syscall(SYS_unlinkat, from, given, flags);
    if (!failed && !(flags & AT_REMOVEDIR) && watched(name)) record('R', name, NULL, 0, NULL, 0);
    return failed;
}
int unlink(const char *name) { return unlinkat(AT_FDCWD, name, 0); }

/* Called by the program: what it has begun, and what it has said is done. */
void set_mark(const char *words) {
    if (log_descriptor >= 0) record('M', words, NULL, 0, NULL, 0);
}
