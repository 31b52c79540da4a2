/* CMS_verify of libcrypto in a loop: everything that may be kept is kept (trust store, issuing certificate, the messages in memory). */
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct {
  unsigned char *bytes;
  long length;
} Bytes;

static Bytes read_file(const char *folder, const char *name) {
  char path[1024];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "rb");
  if (file == NULL) exit(1);
  fseek(file, 0, SEEK_END);
  Bytes all = {NULL, ftell(file)};
  rewind(file);
  all.bytes = malloc(all.length);
  if (fread(all.bytes, 1, all.length, file) != (size_t)all.length) exit(1);
  fclose(file);
  return all;
}

static X509 *read_certificate(const char *folder, const char *name) {
  Bytes der = read_file(folder, name);
  const unsigned char *at = der.bytes;
  return d2i_X509(NULL, &at, der.length);
}

static int verify(Bytes message, Bytes content, X509_STORE *store) {
  const unsigned char *at = message.bytes;
  CMS_ContentInfo *cms = d2i_CMS_ContentInfo(NULL, &at, message.length);
  if (cms == NULL) return 0;
  BIO *data = BIO_new_mem_buf(content.bytes, (int)content.length);
  int right = CMS_verify(cms, NULL, store, data, NULL, CMS_BINARY);
  BIO_free(data);
  CMS_ContentInfo_free(cms);
  ERR_clear_error();
  return right == 1;
}

static long long now(clockid_t clock) {
  struct timespec t;
  clock_gettime(clock, &t);
  return t.tv_sec * 1000000000LL + t.tv_nsec;
}

/* folder, number of messages, moment to verify at in seconds, 2 links or 1: by 1 the issuing authority itself is trusted */
int main(int argc, char **argv) {
  if (argc != 5) return 1;
  int count = atoi(argv[2]);
  Bytes *messages = calloc(count, sizeof(Bytes)), *contents = calloc(count, sizeof(Bytes));
  for (int i = 0; i < count; i++) {
    char name[32];
    snprintf(name, sizeof name, "%d.der", i);
    messages[i] = read_file(argv[1], name);
    snprintf(name, sizeof name, "%d.bin", i);
    contents[i] = read_file(argv[1], name);
  }
  X509_STORE *store = X509_STORE_new();
  X509_STORE_add_cert(store, read_certificate(argv[1], "root.der"));
  X509_STORE_add_cert(store, read_certificate(argv[1], "issuing.der")); /* not a root: both links are checked */
  X509_VERIFY_PARAM_set_time(X509_STORE_get0_param(store), atoll(argv[3]));
  if (atoi(argv[4]) == 1) X509_STORE_set_flags(store, X509_V_FLAG_PARTIAL_CHAIN);

  printf("ready\n");
  fflush(stdout);
  char line[128], what[16];
  int number;
  while (fgets(line, sizeof line, stdin) != NULL) {
    if (sscanf(line, "accepts %d %15s", &number, what) == 2) {
      int flip = strcmp(what, "changed") == 0;
      contents[number].bytes[0] ^= flip;
      printf("%d\n", verify(messages[number], contents[number], store));
      contents[number].bytes[0] ^= flip;
    } else if (sscanf(line, "run %d", &number) == 1) {
      long long start = now(CLOCK_MONOTONIC), cpu_start = now(CLOCK_PROCESS_CPUTIME_ID), spent = 0;
      int done = 0;
      for (; spent < number * 1000000LL; spent = now(CLOCK_PROCESS_CPUTIME_ID) - cpu_start, done += count)
        for (int i = 0; i < count; i++)
          if (!verify(messages[i], contents[i], store)) return 1;
      printf("%d %lld %lld\n", done, now(CLOCK_MONOTONIC) - start, spent);
    }
    fflush(stdout);
  }
  return 0;
}
