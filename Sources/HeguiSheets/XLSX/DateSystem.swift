package import HeguiCalendar
import HeguiColumns
import HeguiDiagnostics

/// Which day a serial number means.
package enum DateSystem {
    /// Day 1 is 1900-01-01, and 1900-02-29 is counted though it never was.
    case from1900
    /// Day 0 is 1904-01-01.
    case from1904

    /// Returns the day, or nil for 0 (a time without a day), for the day that never was and beyond
    /// the year 9999.
    package func day(serial: Int) -> Day? {
        switch self {
        case .from1900:
            guard serial >= 1, serial <= 2_958_465, serial != 60 else { return nil }
            return Day(number: Int32(serial - (serial > 60 ? 25_569 : 25_568)))
        case .from1904:
            guard serial >= 0, serial <= 2_957_003 else { return nil }
            return Day(number: Int32(serial - 24_107))
        }
    }
}
