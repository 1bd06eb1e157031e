/// A form in which a review can be written.
package enum ReportFormat: String, CaseIterable, Sendable {
    case text, json, csv
}
