/* Masks over 64 bytes of text, a bit a byte, lowest first. SSE2 where the machine has it, else
   plain C that any compiler takes. The caller makes sure that 64 bytes may be read. */
#ifndef CSCAN_H
#define CSCAN_H

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#if defined(__SSE2__)
#include <emmintrin.h>

#define CSCAN_MASK(part) ((uint64_t)(uint16_t)_mm_movemask_epi8(part))

/* The bytes at which a record of comma-separated text may change: the separator, line feed,
   carriage return, quote and NUL. */
static inline uint64_t cscan_stops(const uint8_t *bytes, uint8_t separator) {
    const __m128i cut = _mm_set1_epi8((char)separator), quote = _mm_set1_epi8('"');
    const __m128i feed = _mm_set1_epi8('\n'), back = _mm_set1_epi8('\r');
    const __m128i zero = _mm_setzero_si128();
    uint64_t mask = 0;
    for (int part = 0; part < 4; part++) {
        __m128i at = _mm_loadu_si128((const __m128i *)(const void *)(bytes + 16 * part));
        __m128i hit = _mm_or_si128(
            _mm_or_si128(_mm_cmpeq_epi8(at, cut), _mm_cmpeq_epi8(at, quote)),
            _mm_or_si128(
                _mm_or_si128(_mm_cmpeq_epi8(at, feed), _mm_cmpeq_epi8(at, back)),
                _mm_cmpeq_epi8(at, zero)));
        mask |= CSCAN_MASK(hit) << (16 * part);
    }
    return mask;
}

/* The bytes outside ASCII. */
static inline uint64_t cscan_high(const uint8_t *bytes) {
    uint64_t mask = 0;
    for (int part = 0; part < 4; part++) {
        __m128i at = _mm_loadu_si128((const __m128i *)(const void *)(bytes + 16 * part));
        mask |= CSCAN_MASK(at) << (16 * part);
    }
    return mask;
}

/* The bytes whose bits under `bits` are `value`. */
static inline uint64_t cscan_masked(const uint8_t *bytes, uint8_t bits, uint8_t value) {
    const __m128i under = _mm_set1_epi8((char)bits), wanted = _mm_set1_epi8((char)value);
    uint64_t mask = 0;
    for (int part = 0; part < 4; part++) {
        __m128i at = _mm_loadu_si128((const __m128i *)(const void *)(bytes + 16 * part));
        mask |= CSCAN_MASK(_mm_cmpeq_epi8(_mm_and_si128(at, under), wanted)) << (16 * part);
    }
    return mask;
}

#else

static inline uint64_t cscan_stops(const uint8_t *bytes, uint8_t separator) {
    uint64_t mask = 0;
    for (int place = 0; place < 64; place++) {
        uint8_t byte = bytes[place];
        uint64_t hit = byte == separator || byte == '\n' || byte == '"' || byte == '\r' || !byte;
        mask |= hit << place;
    }
    return mask;
}

static inline uint64_t cscan_high(const uint8_t *bytes) {
    uint64_t mask = 0;
    for (int place = 0; place < 64; place++) mask |= (uint64_t)(bytes[place] >> 7) << place;
    return mask;
}

static inline uint64_t cscan_masked(const uint8_t *bytes, uint8_t bits, uint8_t value) {
    uint64_t mask = 0;
    for (int place = 0; place < 64; place++) {
        mask |= (uint64_t)((bytes[place] & bits) == value) << place;
    }
    return mask;
}

#endif

/* Memory of `size` bytes, all zero; where it is much, in large pages if the system has them: few
   large pages spare most of the faults and misses that many small ones cost. NULL where there is
   none. To be given back with cscan_give_back, with the same size. */
static inline void *cscan_pages(size_t size) {
    const size_t page = (size_t)2 << 20;
    if (size < page) return calloc(size ? size : 1, 1);
    size_t whole = (size + page - 1) / page * page + page;
    char *memory = mmap(NULL, whole, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) return NULL;
    /* Large pages begin at multiples of their size; what lies beside goes back. */
    size_t skip = (page - (uintptr_t)memory % page) % page;
    if (skip) munmap(memory, skip);
    if (page - skip) munmap(memory + whole - (page - skip), page - skip);
#ifdef MADV_HUGEPAGE
    madvise(memory + skip, whole - page, MADV_HUGEPAGE);
#endif
    return memory + skip;
}

static inline void cscan_give_back(void *memory, size_t size) {
    const size_t page = (size_t)2 << 20;
    if (size < page) {
        free(memory);
        return;
    }
    munmap(memory, (size + page - 1) / page * page);
}

/* Asks for the memory at `address` before it is needed. */
static inline void cscan_prefetch(const void *address) { __builtin_prefetch(address, 0, 1); }
static inline void cscan_prefetch_to_write(void *address) { __builtin_prefetch(address, 1, 1); }

#endif
