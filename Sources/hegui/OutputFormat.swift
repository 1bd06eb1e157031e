import ArgumentParser

/// A form in which a review is written.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json, csv
}
