#ifndef CRE2_H
#define CRE2_H

/* RE2 for Swift, which sees no C++. Texts are UTF-8 with a length; no zero need end them. */

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct cre2_pattern cre2_pattern;

/* Returns a compiled pattern, to be given to cre2_delete, or NULL when out of memory. A pattern
   with a mistake is returned too: ask cre2_error before use. */
cre2_pattern *cre2_new(const char *pattern, size_t length);

void cre2_delete(cre2_pattern *pattern);

/* Returns what is wrong with the pattern, as long as it lives, or NULL if nothing is. */
const char *cre2_error(const cre2_pattern *pattern);

/* Returns the number of capturing groups. */
int cre2_groups(const cre2_pattern *pattern);

/* Returns 1 if the pattern matches in text at or after start, else 0. Writes the offsets of start
   and end of the match and of groups 1 to count - 1 into places, -1 for those that took no part. */
int cre2_find(const cre2_pattern *pattern, const char *text, size_t length, size_t start,
              long *places, int count);

#ifdef __cplusplus
}
#endif

#endif
