extension ExpressionRequirement {
    package var parts: [Part] {
        [
            Part("require", .condition, reads: expression),
            due.map { Part("due", .bound(.day), reads: .day($0)) },
            observed.map { Part("observed", .shown, reads: $0, isTelling: false) },
            required.map { Part("required", .shown, reads: $0, isTelling: false) },
        ].compactMap(\.self)
    }
}

extension DeadlineRequirement {
    package var parts: [Part] {
        let due: [Part] =
            switch due {
            case .within(let from, let length):
                [
                    Part("from", .day, reads: from),
                    Part("within", .bound(.day), reads: .length(length)),
                ]
            case .by(let day): [Part("by", .bound(.day), reads: .day(day))]
            }
        return [Part("deadline", .day, reads: done)] + due
            + [notBefore.map { Part("not_before", .bound(.day), reads: .day($0)) }].compactMap(
                \.self)
    }
}

extension UniqueRequirement {
    package var parts: [Part] {
        keys.map { Part("unique", .key, reads: $0) }
            + [condition.map { Part("where", .condition, reads: $0, isTelling: false) }].compactMap(
                \.self)
    }
}

extension ExistsRequirement {
    package var parts: [Part] {
        [
            selection.part("exists", isTelling: true),
            due.map { Part("due", .bound(.day), reads: .day($0)) },
        ].compactMap(\.self)
    }
}

extension AgreesRequirement {
    package var parts: [Part] {
        let (ours, theirs) = (first.relation, second.relation)
        return [
            .group(
                "agrees", of: ours,
                [
                    first.condition.map {
                        Part("where", .condition, reads: $0, of: ours, isTelling: false)
                    }
                ]
                    + fields.map { Part("first", .key, reads: $0.first, of: ours) }),
            .group(
                "agrees", of: theirs,
                [
                    second.condition.map {
                        Part("where_other", .condition, reads: $0, of: theirs, isTelling: false)
                    }
                ] + fields.map { Part("second", .key, reads: $0.second, of: theirs) }),
        ]
    }
}

extension SequenceRequirement {
    package var parts: [Part] {
        steps.flatMap { step in
            [Part(step.id, .day, reads: step.day)]
                + step.gaps.flatMap { gap in
                    [
                        gap.atLeast.map { Part("at_least", .bound(.day), reads: .length($0)) },
                        gap.within.map { Part("within", .bound(.day), reads: .length($0)) },
                        gap.validFor.map { Part("valid_for", .bound(.day), reads: .length($0)) },
                    ].compactMap(\.self)
                }
        }
    }
}

extension RowSelection {
    /// The rows, with the condition that chooses them and what else is read of each.
    func part(_ key: String, isTelling: Bool, _ others: [Part?] = []) -> Part {
        .group(
            key, of: relation,
            [
                condition.map {
                    Part("where", .condition, reads: $0, of: relation, isTelling: isTelling)
                }
            ] + others)
    }
}
