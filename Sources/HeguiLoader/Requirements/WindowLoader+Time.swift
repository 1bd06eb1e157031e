import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiYAML

extension WindowLoader {
    /// A window before the rows are known whose days it looks at.
    struct Time {
        fileprivate let loader: WindowLoader
        fileprivate let window: Window
        let division: Division?
        fileprivate let by: Node?

        init(loader: WindowLoader, window: Window, division: Division?, by: Node?) {
            self.loader = loader
            self.window = window
            self.division = division
            self.by = by
        }

        /// Whether a calendar period is counted, so that expressions may use `period`.
        var namesPeriod: Bool {
            switch division {
            case .calendar: true
            case .steps: false
            case nil: window.unit != nil
            }
        }

        /// The window over the days of `rows`; nil where their day could not be read.
        func window(of rows: SubjectReader.Rows) -> Window? {
            rowDay(by, rows).map(window.with)
        }

        /// The window of a score as such.
        var ofScore: Window { window }

        /// This window, with the day of an item's rows.
        func with(by node: Node?) -> Time {
            Time(loader: loader, window: window, division: division, by: node)
        }

        private func rowDay(_ node: Node?, _ rows: SubjectReader.Rows) -> Window.RowDay? {
            guard let node else { return nil }
            let reader = loader.reader
            let scope = reader.scope(of: rows)
            let dayType = [ExpressionCompiler.dayType]
            guard case .sequence(let ends) = node.content else {
                return reader.compile(node, scope, expecting: dayType).map { .on($0) }
            }
            if !["sum", "score"].contains(loader.form) {
                reader.context.report(.spreadImpossible(loader.form, at: node.span))
                return nil
            }
            guard ends.count == 2 else {
                reader.context.report(.rowDayUnclear(at: node.span))
                return nil
            }
            let days = ends.map { reader.compile($0, scope, expecting: dayType) }
            guard let from = days[0], let until = days[1] else { return nil }
            return .spread(from: from, until: until)
        }
    }

    /// The time of a score's item where the score itself has none.
    static func lifetime(of reader: SubjectReader, by node: Node) -> Time {
        Time(
            loader: WindowLoader(reader: reader, form: "score", asksBounds: false),
            window: Window(
                unit: nil, offset: 0, from: nil, until: nil, rowDay: nil, grace: nil,
                countsPlanned: false, excused: [], partial: nil), division: nil, by: node)
    }
}

extension Window {
    fileprivate func with(_ rowDay: RowDay) -> Window {
        Window(
            unit: unit, offset: offset, from: from, until: until, rowDay: rowDay, grace: grace,
            countsPlanned: countsPlanned, excused: excused, partial: partial)
    }
}
