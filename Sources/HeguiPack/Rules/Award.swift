package import HeguiDiagnostics

/// A title that candidates may be given when their gates are open.
package struct Award: Sendable {
    package struct Gate: Sendable {
        package enum Modality: String, CaseIterable, Sendable {
            /// 绝对: nothing opens it.
            case never
            /// 一般不得: a recorded waiver opens it.
            case generallyNot = "generally-not"
            /// Shown, does not block.
            case flag
        }

        package let rule: String
        package let modality: Modality
        package let clause: String

        package init(rule: String, modality: Modality, clause: String) {
            self.rule = rule
            self.modality = modality
            self.clause = clause
        }
    }

    package struct Ranking: Sendable {
        package enum Key: Sendable {
            /// The exact ratio of a rate rule.
            case rate(rule: String)
            /// An int or a number.
            case expression(Expression)
        }

        package enum Direction: String, CaseIterable, Sendable {
            case ascending, descending
        }

        package enum Ties: String, CaseIterable, Sendable {
            /// Equals share a rank and the next is skipped.
            case shared
            /// Equals are put in order of key.
            case ordered
        }

        package let key: Key
        package let direction: Direction
        package let ties: Ties

        package init(key: Key, direction: Direction, ties: Ties) {
            self.key = key
            self.direction = direction
            self.ties = ties
        }
    }

    /// How many of the ranked candidates there is room for.
    package struct Quota: Sendable {
        package enum Size: Sendable {
            /// Of the number that `among` gives; the expression sees `as_of` and `params`.
            case share(Operand<Ratio>)
            case top(Operand<Ratio>)
        }

        package enum Ties: String, CaseIterable, Sendable {
            /// Equals that the cut divides are all in.
            case include
            /// They are all out.
            case exclude
            /// People decide.
            case decide
        }

        package let size: Size
        /// Which rows of the award's dataset make up the number; nil: the candidates.
        package let among: Expression?
        /// The award dataset's reference under each of whose rows there is a quota of its own.
        package let within: String?
        package let rounding: Rounding
        package let minimum: Int64
        package let ties: Ties

        package init(
            size: Size, among: Expression?, within: String?, rounding: Rounding, minimum: Int64,
            ties: Ties
        ) {
            self.size = size
            self.among = among
            self.within = within
            self.rounding = rounding
            self.minimum = minimum
            self.ties = ties
        }
    }

    /// The list of those who are nominated.
    package struct Nominations: Sendable {
        package let dataset: String
        /// The column that refers to the award's dataset.
        package let column: String
        /// Which rows of the list are about this award; all where nil.
        package let condition: Expression?

        package init(dataset: String, column: String, condition: Expression?) {
            self.dataset = dataset
            self.column = column
            self.condition = condition
        }
    }

    package let id: String
    package let title: LocalizedText
    package let clause: String
    package let also: [String]
    package let dataset: String
    package let candidates: Expression?
    package let nominations: Nominations?
    package let gates: [Gate]
    package let ranking: Ranking?
    package let quota: Quota?
    /// The awards whose winners are no candidates here.
    package let after: [String]
    package let examples: [Example]
    /// Its candidates, gates, ranking, quota and `after` as they are written in YAML.
    package let definitionText: String
    package let span: Span

    package init(
        id: String, title: LocalizedText, clause: String, also: [String], dataset: String,
        candidates: Expression?, nominations: Nominations? = nil, gates: [Gate],
        ranking: Ranking?, quota: Quota?, after: [String], examples: [Example],
        definitionText: String, span: Span
    ) {
        self.id = id
        self.title = title
        self.clause = clause
        self.also = also
        self.dataset = dataset
        self.candidates = candidates
        self.nominations = nominations
        self.gates = gates
        self.ranking = ranking
        self.quota = quota
        self.after = after
        self.examples = examples
        self.definitionText = definitionText
        self.span = span
    }
}
