extension NumberFormat {
    /// Reads a format as XML spreadsheets and web pages write it: a code, or one of the names that
    /// Excel has for some.
    init(named text: String) {
        switch text.lowercased() {
        case "general date":
            self.init(showsYear: true, showsMonth: true, showsDay: true, showsTime: true)
        case "long date", "medium date", "short date":
            self.init(showsYear: true, showsMonth: true, showsDay: true)
        case "long time", "medium time", "short time": self.init(showsTime: true)
        case "general number", "currency", "euro currency", "fixed", "standard", "percent",
            "scientific", "yes/no", "true/false", "on/off":
            self = .plain
        default: self.init(code: text)
        }
    }

    /// Whether numbers in this format are times of a day or lengths of time.
    var isTimeOnly: Bool { showsTime && !isDate }
}
