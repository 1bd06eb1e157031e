internal import HeguiPack
internal import HeguiSheets

/// Finds in a sheet the headings that are nearly those of a form, so that a word more or less does
/// not keep its table from being read.
///
/// A form is taken where every heading that it needs is there or has one that is near it and is no
/// other, where nothing below contradicts it, and where no other form fits as well.
struct NearHeadings {
    let sheet: Sheet
    let book: PatternBook

    /// What the headings of one row are, taken for one pattern.
    private struct Reading {
        let pattern: Int
        var columns: [Int?]
        var near: [PatternBook.Near] = []
        /// How many of the needed headings are there to the letter.
        let exact: Int
        let hasTitle: Bool

        /// The surest first.
        var rank: (Int, Int, Int) { (hasTitle ? 1 : 0, exact, columns.count { $0 != nil }) }
    }

    /// Returns the book with the near headings of some rows, given by their indices; nil where there
    /// are none.
    func book(of rows: some Sequence<Int>) -> PatternBook? {
        var found: [PatternBook.Near] = []
        let scan = HeaderScan(sheet: sheet, book: book)
        for index in rows where sheet.rows[index].cells.count > 1 {
            let above = above(index)
            let headings = scan.headings(at: index)
            // Below headings stand more of them only where one of these is known: 晚枫社区 is none.
            let isHeading = headings[0].values.contains { $0.contains { book.entries[$0] != nil } }
            for headings in headings.prefix(isHeading ? 2 : 1) {
                guard let best = best(headings, at: index, above: above) else { continue }
                for near in best.near where !found.contains(near) { found.append(near) }
                break
            }
        }
        return found.isEmpty ? nil : book.adding(found)
    }

    /// The one pattern that fits best, if it needs near headings.
    private func best(
        _ headings: [Int: [String]], at row: Int, above: String
    ) -> Reading? {
        let exact = book.columns(of: headings)
        let readings = book.patterns.indices.compactMap { pattern in
            reading(of: pattern, exact[pattern], headings, at: row, above: above)
        }.sorted { $0.rank > $1.rank }
        guard let best = readings.first else { return nil }
        if readings.count > 1, readings[1].rank == best.rank { return nil }
        return best.near.isEmpty ? nil : best
    }

    private func reading(
        of pattern: Int, _ known: [Int?]?, _ headings: [Int: [String]], at row: Int,
        above: String
    ) -> Reading? {
        let value = book.patterns[pattern]
        let columns = known ?? [Int?](repeating: nil, count: value.fields.count)
        let exact = value.needed.count { columns[$0] != nil }
        let hasTitle = !value.titleWords.isEmpty && value.titleWords.allSatisfy(above.contains)
        guard hasTitle || (exact >= 2 && exact * 2 >= value.needed.count) else { return nil }
        var reading = Reading(
            pattern: pattern, columns: columns, exact: exact, hasTitle: hasTitle)
        let missing = value.needed.filter { columns[$0] == nil }
        let least = hasTitle ? HeadingLikeness.possible : HeadingLikeness.strong
        for field in missing where isOfEvents(field, value) {
            takeEvents(field, of: value, headings, at: row, into: &reading)
        }
        let open = missing.filter { reading.columns[$0] == nil }
        guard take(open, of: value, headings, least: least, at: row, into: &reading) else {
            return nil
        }
        takeOthers(value, headings, at: row, into: &reading)
        return reading
    }

    /// Returns the book with the near headings of a table that is there to the letter but for some
    /// that it does not need.
    func book(of table: FoundTable) -> PatternBook? {
        let row = table.header.upperBound - 1
        let scan = HeaderScan(sheet: sheet, book: book)
        guard book.patterns[table.pattern].mayHaveNearHeadings,
            let headings = scan.headings(at: row).prefix(table.header.count).last
        else { return nil }
        let value = book.patterns[table.pattern]
        var reading = Reading(
            pattern: table.pattern, columns: table.columns, exact: value.needed.count,
            hasTitle: true)
        takeOthers(value, headings, at: row, into: &reading)
        return reading.near.isEmpty ? nil : book.adding(reading.near)
    }

    /// Gives fields that are not needed the columns with a word more or less, and those of another
    /// word of which everything below is of the field's type.
    private func takeOthers(
        _ value: SheetPattern, _ headings: [Int: [String]], at row: Int, into reading: inout Reading
    ) {
        let open = value.fields.indices.filter { field in
            reading.columns[field] == nil && !value.needed.contains(field)
        }
        guard !open.isEmpty else { return }
        var found: [(field: Int, column: Int, key: String)] = []
        for column in free(headings, besides: reading, in: value) {
            for field in open {
                guard let (share, key) = nearness(of: field, in: value, to: headings[column] ?? []),
                    share >= HeadingLikeness.possible, fits(field, value, column: column, at: row)
                else { continue }
                let hasWordMore = value.fields[field].keys.contains {
                    HeadingLikeness.hasWordMore($0, key)
                }
                if hasWordMore || isTelling(field, value, column: column, at: row) {
                    found.append((field, column, key))
                }
            }
        }
        for one in found {
            let rivals = found.count { $0.field == one.field || $0.column == one.column }
            guard rivals == 1 else { continue }
            reading.columns[one.field] = one.column
            reading.near.append(
                PatternBook.Near(
                    pattern: reading.pattern, field: one.field, key: one.key, isDay: false))
        }
    }

    /// Whether the cells below tell what they are: days, numbers of phones and people.
    private func isTelling(_ field: Int, _ value: SheetPattern, column: Int, at row: Int) -> Bool {
        switch value.type(of: field) {
        case .day, .month, .phone, .idNumber:
            ColumnContents(sheet: sheet).hasAny(column: column, below: row)
        default: false
        }
    }

    /// Gives each of the needed fields the column whose heading is nearest; returns whether all have
    /// one, and one only.
    private func take(
        _ fields: [Int], of value: SheetPattern, _ headings: [Int: [String]], least: Int,
        at row: Int,
        into reading: inout Reading
    ) -> Bool {
        var open = fields
        while !open.isEmpty {
            var best: (share: Int, field: Int, column: Int, key: String)?
            var isTied = false
            for field in open {
                for column in free(headings, besides: reading, in: value) {
                    guard
                        let (share, key) = nearness(
                            of: field, in: value, to: headings[column] ?? []),
                        share >= least, fits(field, value, column: column, at: row)
                    else { continue }
                    if let known = best, share <= known.share {
                        isTied =
                            isTied
                            || share == known.share
                                && (known.field == field || known.column == column)
                        continue
                    }
                    best = (share, field, column, key)
                    isTied = false
                }
            }
            guard let best, !isTied else { return false }
            reading.columns[best.field] = best.column
            reading.near.append(
                PatternBook.Near(
                    pattern: reading.pattern, field: best.field, key: best.key, isDay: false))
            open.removeAll { $0 == best.field }
        }
        return true
    }

    /// Columns whose headings mean nothing else in the pattern.
    private func free(
        _ headings: [Int: [String]], besides reading: Reading, in value: SheetPattern
    ) -> [Int] {
        let taken = Set(reading.columns.compactMap(\.self))
        let own = Set(value.fields.flatMap(\.keys))
        return headings.keys.sorted().filter { column in
            let keys = headings[column] ?? []
            return !taken.contains(column) && !keys.contains(where: own.contains)
                && keys.allSatisfy { !HeadingLikeness.isOfAnother($0) }
        }
    }

    private func nearness(
        of field: Int, in value: SheetPattern, to keys: [String]
    ) -> (share: Int, key: String)? {
        var best: (share: Int, key: String)?
        for key in keys {
            for own in value.fields[field].keys {
                let share = HeadingLikeness.share(key, own)
                if share > best?.share ?? 0 { best = (share, key) }
            }
        }
        return best
    }

    private func fits(_ field: Int, _ value: SheetPattern, column: Int, at row: Int) -> Bool {
        guard let type = value.type(of: field) else { return true }
        return !ColumnContents(sheet: sheet).contradict(type, column: column, below: row)
    }

    private func isOfEvents(_ field: Int, _ value: SheetPattern) -> Bool {
        value.type(of: field) == .events
    }

    /// Date and content of one event in two columns: 服务时间, 服务内容.
    private func takeEvents(
        _ field: Int, of value: SheetPattern, _ headings: [Int: [String]], at row: Int,
        into reading: inout Reading
    ) {
        let free = free(headings, besides: reading, in: value)
        func columns(_ words: [String]) -> [Int] {
            free.filter { column in
                (headings[column] ?? []).contains { key in words.contains(where: key.hasSuffix) }
            }
        }
        let days = columns(["时间", "日期"])
        let contents = columns(["内容", "情况", "活动", "项目", "事项", "名称"])
        let pairs = days.flatMap { day in contents.map { (day: day, content: $0) } }
            .filter { abs($0.day - $0.content) == 1 }
        guard pairs.count == 1, let pair = pairs.first,
            let day = headings[pair.day]?.first, let content = headings[pair.content]?.first
        else { return }
        reading.columns[field] = pair.content
        reading.near += [
            PatternBook.Near(pattern: reading.pattern, field: field, key: content, isDay: false),
            PatternBook.Near(pattern: reading.pattern, field: field, key: day, isDay: true),
        ]
    }

    /// What stands above a row, without blanks; what is too long for a heading is no title either.
    private func above(_ row: Int) -> String {
        var text = ""
        for cell in sheet.rows[..<row].suffix(30).lazy.flatMap(\.cells)
        where cell.text.utf8.count <= HeadingText.longest {
            text += cell.text.compact
        }
        return text
    }
}
