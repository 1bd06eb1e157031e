package import HeguiDiagnostics

/// What came of reading a cell as some kind of value.
package enum ParsedValue<Value: Hashable & Sendable>: Hashable, Sendable {
    case value(Value, notes: [ParsingNote] = [])
    /// Nothing is written, or a word that says so (`无`, `—`).
    case absent
    /// `同上`, `〃`: the value of the row above.
    case sameAsAbove
    /// Several readings are equally right.
    case ambiguous([Value], Message)
    case unreadable(Message)

    /// The value, where there is exactly one.
    package var value: Value? {
        guard case .value(let value, _) = self else { return nil }
        return value
    }

    /// The notes on the value; empty for the other outcomes.
    package var notes: [ParsingNote] {
        guard case .value(_, let notes) = self else { return [] }
        return notes
    }

    /// Returns the reading with its value turned into another.
    func map<Other>(_ change: (Value) -> Other) -> ParsedValue<Other> {
        switch self {
        case .value(let value, let notes): .value(change(value), notes: notes)
        case .absent: .absent
        case .sameAsAbove: .sameAsAbove
        case .ambiguous(let values, let message): .ambiguous(values.map(change), message)
        case .unreadable(let message): .unreadable(message)
        }
    }
}

/// Something about a value that was read and that people may want to know.
package enum ParsingNote: Hashable, Sendable {
    /// Only the month is written, or only the year, half-year or quarter.
    case wholeMonth, wholePeriod
    /// `上旬`, `月底` and the like: the day is not known.
    case vagueDay
    /// From one day to another.
    case severalDays
    case yearAssumed(Int)
    case twoDigitYear
    /// The cell's format hides the year, which the spreadsheet program has guessed.
    case yearHidden
    /// `2013.1` may have been `2013.10` before a program took it for a number.
    case zeroMayBeLost
    /// A number that counts days, without a date format.
    case serialNumber
    /// `等3项`: so many items are said to be there.
    case declaredItems(Int)
    /// `等`: the list is not complete.
    case andOthers
    /// There may be so many items more that were not understood; nil where nobody can tell.
    case mayBeMore(Int?)
    case undated
    /// The item's date is written but cannot be: why.
    case dateRejected(Message)
    /// The item shares the text of the item after it: `3月5日、6日 义诊`.
    case sharedText
    case masked
    /// Not of the length or form that such numbers have.
    case irregular
    case wrongCheckDigit
    /// A lone `○` is taken as a tick.
    case circleAsTick

    /// The note for people.
    package var message: Message {
        switch self {
        case .wholeMonth: Message(zh: "只写到月", en: "only the month is written")
        case .wholePeriod: Message(zh: "只写了时间段", en: "only a period is written")
        case .vagueDay: Message(zh: "日期不确切", en: "the day is vague")
        case .severalDays: Message(zh: "连续多日", en: "several days")
        case .yearAssumed(let year): Message(zh: "未写年份，按\(year)年", en: "year taken as \(year)")
        case .twoDigitYear: Message(zh: "年份只写两位", en: "the year has two digits")
        case .yearHidden:
            Message(zh: "单元格格式不显示年份", en: "the cell's format hides the year")
        case .zeroMayBeLost:
            Message(zh: "“.1”可能原为“.10”", en: "`.1` may have been `.10`")
        case .serialNumber: Message(zh: "按日期序号读取", en: "read as a serial number")
        case .declaredItems(let count):
            Message(zh: "写明共\(count)项", en: "said to be \(count) items")
        case .andOthers: Message(zh: "写有“等”，未列全", en: "the list is not complete")
        case .mayBeMore(let count?): Message(zh: "可能还有\(count)项", en: "there may be \(count) more")
        case .mayBeMore(nil): Message(zh: "可能还有若干项", en: "there may be more")
        case .undated: Message(zh: "没有日期", en: "has no date")
        case .dateRejected(let reason): reason
        case .sharedText: Message(zh: "与后一日期同一内容", en: "shares the text of the next date")
        case .masked: Message(zh: "号码已脱敏", en: "the number is masked")
        case .irregular: Message(zh: "号码格式不常见", en: "the number has an unusual form")
        case .wrongCheckDigit: Message(zh: "校验码不符", en: "the check digit is wrong")
        case .circleAsTick: Message(zh: "“○”按勾选处理", en: "`○` is taken as a tick")
        }
    }
}
