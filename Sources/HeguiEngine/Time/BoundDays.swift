import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack

/// How much of a period its subject is bound by it.
struct BoundDays {
    /// The least and the most that may count.
    private struct Span {
        var least: Int
        var most: Int
    }

    private let piece: DayRange
    private let certain: DayRange?
    private let possible: DayRange?
    private let excused: PlannedExcusal.Days
    private let days: Span

    init(
        piece: DayRange, certain: DayRange?, possible: DayRange?, excused: PlannedExcusal.Days
    ) {
        self.piece = piece
        self.certain = certain
        self.possible = possible
        self.excused = excused
        days = Span(
            least: certain.map { $0.count - excused.possible.count(in: $0) } ?? 0,
            most: possible.map { $0.count - excused.certain.count(in: $0) } ?? 0)
    }

    /// How many days count, or months where the bound is in proportion to them; nil where all do
    /// or it is not known.
    func note(_ partial: Window.Partial?) -> Message? {
        if case .proRate(by: .month, _) = partial { return monthNote }
        guard days.least == days.most, days.most < piece.count else { return nil }
        return Message(
            zh: "\(piece.count)天中计\(days.most)天",
            en: "\(days.most) of \(piece.count) days count")
    }

    private var monthNote: Message? {
        let all = monthPieces.count
        let months = wholeMonths
        guard months.least == months.most, months.most < all else { return nil }
        return Message(
            zh: "\(all)个月中计\(months.most)个整月",
            en: "\(months.most) of \(all) months count")
    }

    /// Returns what is asked at least and at most.
    func demands(_ partial: Window.Partial?) throws(EvaluationError) -> [Stretch.Demand] {
        let months: Span
        if case .proRate(by: .month, _) = partial {
            months = wholeMonths
        } else {
            months = Span(least: 0, most: 0)
        }
        let least = try demand(days.least, months: months.least, partial)
        let most = try demand(days.most, months: months.most, partial)
        return least == most ? [most] : [least, most]
    }

    private func demand(
        _ days: Int, months: Int, _ partial: Window.Partial?
    ) throws(EvaluationError) -> Stretch.Demand {
        if days <= 0 { return .nothing }
        if days >= piece.count { return .full }
        switch partial {
        case .keep?, nil: return .full
        case .skip?: return .nothing
        case .skipBelow(let least)?:
            return try Self.share(days, of: piece.count) < least ? .nothing : .full
        case .proRate(.day, let rounding)?:
            return .share(try Self.share(days, of: piece.count), rounding)
        case .proRate(.month, let rounding)?:
            let share = try Self.share(months, of: max(1, monthPieces.count))
            return share == .zero ? .nothing : .share(share, rounding)
        }
    }

    private static func share(_ part: Int, of whole: Int) throws(EvaluationError) -> Ratio {
        guard let share = Ratio(Int64(part), Int64(whole)) else {
            throw EvaluationError(message: "the number is too large")
        }
        return share
    }

    /// The months of the period, counted from its first day.
    private var monthPieces: [DayRange] {
        var pieces: [DayRange] = []
        var start = piece.first
        while start <= piece.last, pieces.count < 1200 {
            let next = piece.first.adding(months: pieces.count + 1)
            guard next > start,
                let month = DayRange(first: start, last: min(piece.last, next.adding(days: -1)))
            else { break }
            pieces.append(month)
            start = next
        }
        return pieces
    }

    private var wholeMonths: Span {
        let months = monthPieces
        return Span(
            least: months.count { month in
                certain?.contains(month) ?? false && excused.possible.count(in: month) == 0
            },
            most: months.count { month in
                possible?.contains(month) ?? false && excused.certain.count(in: month) == 0
            })
    }
}

/// Days as ranges that neither meet nor overlap, in order.
struct DaySet {
    private(set) var ranges: [DayRange] = []

    mutating func insert(_ range: DayRange) {
        var (first, last) = (range.first, range.last)
        var rest: [DayRange] = []
        for other in ranges {
            if other.last.adding(days: 1) < first || last.adding(days: 1) < other.first {
                rest.append(other)
            } else {
                (first, last) = (min(first, other.first), max(last, other.last))
            }
        }
        if let union = DayRange(first: first, last: last) { rest.append(union) }
        ranges = rest.sorted { $0.first < $1.first }
    }

    /// Returns how many of its days lie in `range`.
    func count(in range: DayRange) -> Int {
        ranges.reduce(0) { $0 + ($1.intersection(range)?.count ?? 0) }
    }
}
