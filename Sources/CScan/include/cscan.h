/* Masks over 64 bytes of text, a bit a byte, lowest first. SSE2 where the machine has it, else
   plain C that any compiler takes. The caller makes sure that 64 bytes may be read. */
#ifndef CSCAN_H
#define CSCAN_H

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#if defined(__SSE2__)
#include <emmintrin.h>

#define CSCAN_MASK(part) ((uint64_t)(uint16_t)_mm_movemask_epi8(part))

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

/* Why a text was cut no further. */
enum cscan_reason {
    /* It was cut to its end. */
    CSCAN_END,
    /* There are as many places as were asked for. */
    CSCAN_ROOM,
    /* Something stands there that is not plain: quotes within a field or behind them, a line break
       within quotes or quotes that do not end, a carriage return alone, a zero. */
    CSCAN_ODD
};

/* What cutting a text came to. */
struct cscan_cut {
    /* How many ends of fields were found, and how many of them end a record. */
    size_t found, feeds;
    enum cscan_reason reason;
    /* Whether other characters are in it than those of one byte and the common ones of three: its
       encoding has yet to be looked at. */
    bool is_unusual;
    /* Whether records end in carriage return and line feed. */
    bool has_pairs;
};

/* Finds where the fields of comma-separated text end: the places of the separators and line feeds
   that are outside quotes, of `base` from `start`, where a record begins, up to `end`. It stops
   when it has found `room` of them or somewhat more: `ends` has to have room for 72 more. 64 bytes
   may be read behind `end`. */
void cscan_cut(
    const uint8_t *base, size_t start, size_t end, uint8_t separator, uint32_t *ends, size_t room,
    struct cscan_cut *cut);

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
