#include "cscan.h"

#include <string.h>

#if !defined(__clang__)
#error "vectors of bool are clang's"
#endif

#define INLINE static inline __attribute__((always_inline))

typedef uint8_t bytes64 __attribute__((ext_vector_type(64), aligned(1)));
typedef bool bools64 __attribute__((ext_vector_type(64)));

#define MASK(condition) mask_of(__builtin_convertvector((condition), bools64))

INLINE uint64_t mask_of(bools64 bools) {
    uint64_t mask;
    memcpy(&mask, &bools, sizeof mask);
    return mask;
}

/* For each bit how many are set up to it, odd or even. */
INLINE uint64_t parities(uint64_t bits) {
    for (int shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
    return bits;
}

/* Writes the places of the bits of `mask`; those written beyond their number are of no meaning. */
INLINE size_t write_places(uint64_t mask, uint32_t place, uint32_t *ends) {
    size_t count = (size_t)__builtin_popcountll(mask);
    for (size_t done = 0; done < count; done += 8) {
        for (size_t one = done; one < done + 8; one++) {
            ends[one] = place + (uint32_t)__builtin_ctzg(mask, 64);
            mask &= mask - 1;
        }
    }
    return count;
}

INLINE void cut_text(
    const uint8_t *base, size_t start, size_t end, uint8_t separator, uint32_t *ends, size_t room,
    struct cscan_cut *cut
) {
    /* All ones within quotes; which bytes of the next block belong to a character of this one, and
       whether that one begins with EF. */
    uint64_t within = 0, owed = 0, full = 0, unusual = 0, pairs = 0;
    size_t found = 0, feeds = 0, place = start;
    /* Whether a quote at the beginning of the block may open a field. */
    uint64_t may_open = 1;
    cut->reason = CSCAN_END;
    while (place < end) {
        const bytes64 text = *(const bytes64 *)(const void *)(base + place);
        const uint64_t inside = end - place >= 64 ? ~0ull : (1ull << (end - place)) - 1;
        const uint64_t cuts = MASK(text == separator) & inside;
        const uint64_t feed = MASK(text == '\n') & inside;
        const uint64_t quote = MASK(text == '"') & inside;
        const uint64_t low = MASK(text <= '\r') & inside & ~(cuts | feed);
        const uint64_t high = MASK(text >= 0x80) & inside;

        /* Characters of one or three bytes, but for those that need a closer look. */
        const uint64_t lead = MASK((text & 0xF0) == 0xE0) & inside;
        const uint64_t follow = MASK((text & 0xC0) == 0x80) & inside;
        const uint64_t closer = (MASK(text == 0xE0) | MASK(text == 0xED)) & inside;
        /* EF BF may begin U+FFFD. */
        const uint64_t wide = MASK(text == 0xEF) & inside;
        const uint64_t filler = MASK(text == 0xBF) & (wide << 1 | full);
        const uint64_t expected = lead << 1 | lead << 2 | owed;
        unusual |= (high ^ (lead | follow)) | (follow ^ expected) | closer | (filler & inside);
        owed = lead >> 63 | lead >> 62;
        full = wide >> 63;

        uint64_t stops = cuts | feed, odd = 0;
        if (low) {
            /* A carriage return before a line feed is part of it; what else there is is not plain. */
            const uint64_t back = MASK(text == '\r') & inside;
            const uint64_t next = place + 64 < end && base[place + 64] == '\n';
            const uint64_t pair = back & (feed >> 1 | next << 63);
            const uint64_t zero = MASK(text == 0) & inside;
            pairs |= pair;
            odd = (back & ~pair) | zero;
        }
        if (quote | within) {
            const uint64_t quoted = parities(quote) ^ within;
            const uint64_t opening = quote & quoted, closing = quote & ~quoted;
            const uint64_t byte = place + 64 < end ? base[place + 64] : '\n';
            const uint64_t next = byte == separator || byte == '\n' || byte == '\r' || byte == '"';
            const uint64_t back = MASK(text == '\r');
            const uint64_t before = (cuts | feed | closing) << 1 | may_open;
            const uint64_t behind = (cuts | feed | back | quote) >> 1 | next << 63;
            const uint64_t last = end - place > 64 ? 0 : 1ull << (end - place - 1);
            odd |= (opening & ~before) | (closing & ~(behind | last)) | ((feed | low) & quoted);
            stops &= ~quoted;
            within = quoted >> 63 ? ~0ull : 0;
            may_open = (stops | closing) >> 63;
        } else {
            may_open = stops >> 63;
        }
        if (odd) {
            /* What stands before it is as it should be. */
            stops &= (odd & -odd) - 1;
            cut->reason = CSCAN_ODD;
        }
        found += write_places(stops, (uint32_t)place, ends + found);
        feeds += (size_t)__builtin_popcountll(stops & feed);
        if (odd) break;
        place += 64;
        if (found >= room) {
            cut->reason = CSCAN_ROOM;
            break;
        }
    }
    /* Quotes that do not end within the text. */
    if (cut->reason == CSCAN_END) {
        if (within) cut->reason = CSCAN_ODD;
        unusual |= owed;
    }
    cut->found = found;
    cut->feeds = feeds;
    cut->is_unusual = unusual != 0;
    cut->has_pairs = pairs != 0;
}

/* The same for each kind of machine. */
#if defined(__x86_64__)
#define FOR(name, machine) \
    __attribute__((target(machine))) static void name( \
        const uint8_t *base, size_t start, size_t end, uint8_t separator, uint32_t *ends, \
        size_t room, struct cscan_cut *cut \
    ) { \
        cut_text(base, start, end, separator, ends, room, cut); \
    }

FOR(cut_by_512, "arch=x86-64-v4")
FOR(cut_by_256, "arch=x86-64-v3")
#endif

void cscan_cut(
    const uint8_t *base, size_t start, size_t end, uint8_t separator, uint32_t *ends, size_t room,
    struct cscan_cut *cut
) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("x86-64-v4"))
        return cut_by_512(base, start, end, separator, ends, room, cut);
    if (__builtin_cpu_supports("x86-64-v3"))
        return cut_by_256(base, start, end, separator, ends, room, cut);
#endif
    cut_text(base, start, end, separator, ends, room, cut);
}
