#include "cre2.h"

#include <new>
#include <vector>

#include <re2/re2.h>

struct cre2_pattern {
    re2::RE2 expression;

    cre2_pattern(const re2::StringPiece &text, const re2::RE2::Options &options)
        : expression(text, options) {}
};

// A pattern of a few bytes can ask for a large program, so its memory is bounded.
static const long long max_memory = 2 << 20;

cre2_pattern *cre2_new(const char *pattern, size_t length) {
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(max_memory);
    try {
        return new cre2_pattern(re2::StringPiece(pattern, length), options);
    } catch (const std::bad_alloc &) {
        return nullptr;
    }
}

void cre2_delete(cre2_pattern *pattern) { delete pattern; }

const char *cre2_error(const cre2_pattern *pattern) {
    return pattern->expression.ok() ? nullptr : pattern->expression.error().c_str();
}

int cre2_groups(const cre2_pattern *pattern) {
    return pattern->expression.NumberOfCapturingGroups();
}

int cre2_find(const cre2_pattern *pattern, const char *text, size_t length, size_t start,
              long *places, int count) {
    const re2::StringPiece whole(length == 0 ? "" : text, length);
    if (start > length) return 0;
    const re2::RE2 &expression = pattern->expression;
    if (count == 0) {
        return expression.Match(whole, start, length, re2::RE2::UNANCHORED, nullptr, 0);
    }
    std::vector<re2::StringPiece> groups(count);
    if (!expression.Match(whole, start, length, re2::RE2::UNANCHORED, groups.data(), count)) {
        return 0;
    }
    for (int group = 0; group < count; group++) {
        const bool is_set = groups[group].data() != nullptr;
        places[2 * group] = is_set ? groups[group].data() - whole.data() : -1;
        places[2 * group + 1] = is_set ? places[2 * group] + (long)groups[group].size() : -1;
    }
    return 1;
}
