/// One holiday of a year: its names, the days off, and which of them the law itself names.
public struct Holiday: Hashable, Sendable {
    /// What the holiday is called.
    public let name: Name

    /// The days off, among them rest days that were moved or joined to the holiday.
    public let days: [DayRange]

    /// Those of the days that 《全国年节及纪念日放假办法》 names as holidays of all citizens; the
    /// others are weekly rest days, moved or not.
    public let statutory: [Day]

    /// Returns a holiday with the given days; `statutory` days outside `days` count as days off.
    public init(name: Name, days: [DayRange], statutory: [Day]) {
        self.name = name
        self.days = days
        self.statutory = statutory
    }

    /// A holiday's name in the two languages of a report.
    public struct Name: Hashable, Sendable {
        /// The Chinese name: `春节`.
        public let zh: String

        /// The English name: `Spring Festival`.
        public let en: String

        /// Returns the pair of names.
        public init(zh: String, en: String) {
            self.zh = zh
            self.en = en
        }
    }
}
