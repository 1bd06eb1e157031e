internal import HeguiCalendar
internal import HeguiDiagnostics

/// A date found at some place of a text.
struct ScannedDay: Equatable {
    var range: DayRange
    var notes: [ReadingNote] = []
    /// The index after the date's last character.
    var end: Int
    /// Two bare numbers such as `5.12`, which may be something else than a date.
    var isBarePair = false
    /// Whether the parts are joined by hyphens, so that a hyphen after it joins nothing more.
    var usesHyphen = false
}

/// What was found at a place of a text.
enum DayScan: Equatable {
    case none
    case found(ScannedDay)
    case ambiguous([DayRange], end: Int)
    /// Written like a date, but there is no such day; or its year is not given.
    case impossible(Message, end: Int)
}
