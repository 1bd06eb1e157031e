import CEL

extension Quantity {
    /// What the quantity reads.
    package var parts: [Part] {
        switch self {
        case .tally(let tally): tally.parts
        case .rate(let rate): rate.parts
        case .score(let score): score.parts
        case .streak(let streak): streak.parts
        }
    }
}

extension QuantityRequirement {
    package var parts: [Part] {
        quantity.parts + bounds.parts(of: quantity)
            + [due.map { Part("due", .bound(.day), reads: .day($0)) }].compactMap(\.self)
    }
}

extension Bounds {
    fileprivate func parts(of quantity: Quantity) -> [Part] {
        all.map { Part($0.key.rawValue, .bound(.quantity(quantity)), reads: .number($0.operand)) }
    }
}

extension TallyQuantity {
    /// The amounts tell where they are read from the rows, else the days, else what chooses the
    /// rows.
    package var parts: [Part] {
        let rows = selection.relation
        let hasDay = window?.rowDay != nil
        let hasAmounts = value?.checked.variables.contains(selection.variable) ?? false
        let selected = selection.part(
            value == nil ? "count" : "sum", isTelling: !hasAmounts && !hasDay,
            [value.map { Part("value", .amount, reads: $0, of: rows) }]
                + distinct.map { Part("distinct", .key, reads: $0, of: rows, isTelling: false) }
                + (window?.dayParts(of: rows, isTelling: !hasAmounts) ?? []))
        return [selected]
            + caps.map { cap in
                Part("caps.\(cap.per.rawValue)", .bound(.tally(self)), reads: .number(cap.atMost))
            } + [window?.part].compactMap(\.self)
    }
}

extension RateQuantity {
    package var parts: [Part] {
        let rows = relation
        var parts = [
            denominator.map { Part("among", .condition, reads: $0, of: rows, isTelling: false) },
            Part("where", .condition, reads: numerator, of: rows),
            confirmed.map { Part("confirmed", .condition, reads: $0, of: rows, isTelling: false) },
        ]
        for expression in unconfirmed?.expressions ?? [] {
            parts.append(
                Part("unconfirmed", .shown, reads: expression, of: rows, isTelling: false))
        }
        parts += window?.dayParts(of: rows, isTelling: false) ?? []
        return [.group("rate", of: rows, parts), window?.part].compactMap(\.self)
    }
}

extension ScoreQuantity {
    package var parts: [Part] {
        blocks.map(\.part)
            + [
                floor.map { Part("floor", .bound(.score(self)), reads: .number($0)) },
                ceiling.map { Part("ceiling", .bound(.score(self)), reads: .number($0)) },
                round.map {
                    Part("round", .factor, reads: .number(.literal($0.step, at: $0.span)))
                },
                window?.part,
            ].compactMap(\.self)
    }
}

extension ScoreQuantity.Block {
    fileprivate var part: Part {
        .group(
            id,
            [start.map { Part("start", .factor, reads: .number($0)) }]
                + items.flatMap { item -> [Part] in
                    switch item.kind {
                    case .add(let tally), .deduct(let tally): tally.parts
                    case .points(let points): [Part(item.id, .amount, reads: points)]
                    }
                } + [
                    floor.map { Part("floor", .bound(.block(self)), reads: .number($0)) },
                    ceiling.map { Part("ceiling", .bound(.block(self)), reads: .number($0)) },
                    Part("weight", .factor, reads: .number(weight)),
                ])
    }
}

extension StreakQuantity {
    package var parts: [Part] {
        switch elements {
        case .periods(let requirement): [.group("streak", requirement.parts)]
        case .rows(let selection, let day, let miss, let skip):
            [
                selection.part(
                    "streak", isTelling: false,
                    [
                        Part("by", .day, reads: day, of: selection.relation, isTelling: false),
                        Part("miss", .condition, reads: miss, of: selection.relation),
                        skip.map {
                            Part(
                                "skip", .condition, reads: $0, of: selection.relation,
                                isTelling: false)
                        },
                    ])
            ]
        }
    }
}

extension Window {
    /// Whether its days say how much is asked, and not only which rows count.
    private var scalesBounds: Bool {
        if case .proRate? = partial { true } else { false }
    }

    /// What the window reads of the subject, and of the rows that excuse days.
    fileprivate var part: Part {
        .group(
            "during", as: .window(self),
            [
                from.map { Part("from", .day, reads: $0, isTelling: scalesBounds) },
                until.map { Part("until", .day, reads: $0, isTelling: scalesBounds) },
                grace.map { Part("grace", .bound(.day), reads: .length($0)) },
            ] + excused.map(\.part))
    }

    /// The day of a row.
    fileprivate func dayParts(of relation: Relation, isTelling: Bool) -> [Part] {
        switch rowDay {
        case .on(let day)?: [Part("by", .day, reads: day, of: relation, isTelling: isTelling)]
        case .spread(let from, let until)?:
            [
                Part("by", .day, reads: from, of: relation, isTelling: isTelling),
                Part("by", .day, reads: until, of: relation, isTelling: false),
            ]
        case nil: []
        }
    }
}

extension Window.Excusal {
    static let key = "excused"

    package var part: Part {
        let relation = rows.relation
        return .group(
            Self.key, of: relation,
            [
                rows.condition.map {
                    Part(Self.key, .condition, reads: $0, of: relation, isTelling: false)
                },
                Part(Self.key, .day, reads: from, of: relation, isTelling: false),
                Part(Self.key, .day, reads: until, of: relation, isTelling: false),
            ])
    }
}
