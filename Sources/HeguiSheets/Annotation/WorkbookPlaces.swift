/// Where a sheet goes into the list of a workbook's sheets, and what counts sheets by their order.
final class WorkbookPlaces: PlacedHandler {
    var place = 0..<0
    private var root = 0..<0
    private var sheetsTag = 0..<0
    private var highestID = 0
    private var views: [Range<Int>] = []
    private var counted: [(tag: Range<Int>, sheet: Int)] = []
    /// After which names of ranges may stand.
    private var namesPlace: Int?
    /// The end of the list of names, or its tag where it is empty.
    private var namesEnd: Int?
    private var namesTag: Range<Int>?
    private var depth = 0

    func start(_ name: String, _ attributes: [MarkupAttribute]) {
        depth += 1
        switch (depth, name) {
        case (1, _): root = place
        case (2, "sheets"): sheetsTag = place
        case (2, "definedNames"): namesTag = place
        case (3, "sheet"):
            highestID = max(highestID, attributes.value("sheetId").flatMap { Int($0) } ?? 0)
        case (3, "workbookView"): views.append(place)
        case (3, "definedName"):
            if let sheet = attributes.value("localSheetId").flatMap({ Int($0) }) {
                counted.append((place, sheet))
            }
        default: return
        }
    }

    func end(_ name: String) {
        depth -= 1
        guard depth == 1 else { return }
        switch name {
        case "sheets", "functionGroups", "externalReferences": namesPlace = place.upperBound
        case "definedNames": namesEnd = place.isEmpty ? nil : place.lowerBound
        default: return
        }
    }

    /// Returns the workbook with `sheet` as its first, which it opens at.
    ///
    /// - Parameters:
    ///   - sheet: its name, and the id of the relationship that leads to it.
    ///   - heading: the row that it repeats on every page.
    ///   - bytes: the workbook's part.
    ///   - namespace: that of relationships.
    /// - Returns: the changed part.
    func putting(
        _ sheet: (name: String, relationship: String), heading: Int?, first bytes: [UInt8],
        _ namespace: OfficeNamespace
    ) -> [UInt8] {
        let prefix = MarkupTag(bytes[root]).prefix
        var splice = Splice()
        for range in views {
            var tag = MarkupTag(bytes[range])
            tag.set("activeTab", to: "0")
            tag.set("firstSheet", to: "0")
            splice.replace(range, with: tag.text)
        }
        let new =
            "<\(prefix)sheet xmlns:r=\"\(namespace.relationships)\""
            + " name=\"\(sheet.name.markupEscaped)\" sheetId=\"\(highestID + 1)\""
            + " r:id=\"\(sheet.relationship)\"/>"
        splice.insert(new, at: sheetsTag.upperBound)
        for (range, number) in counted {
            var tag = MarkupTag(bytes[range])
            tag.set("localSheetId", to: "\(number + 1)")
            splice.replace(range, with: tag.text)
        }
        if let heading {
            repeatRow(heading, of: sheet.name, prefix: prefix, in: bytes, by: &splice)
        }
        return splice.applied(to: bytes)
    }

    private func repeatRow(
        _ row: Int, of sheet: String, prefix: String, in bytes: [UInt8],
        by splice: inout Splice
    ) {
        let quoted = "'" + sheet.replacing("'", with: "''") + "'"
        let item =
            "<\(prefix)definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">"
            + "\(quoted.markupEscaped)!$\(row):$\(row)</\(prefix)definedName>"
        if let namesEnd {
            splice.insert(item, at: namesEnd)
        } else if let namesTag {
            var tag = MarkupTag(bytes[namesTag])
            let name = tag.name
            tag.open()
            splice.replace(namesTag, with: tag.text + item + "</\(name)>")
        } else if let namesPlace {
            splice.insert(
                "<\(prefix)definedNames>\(item)</\(prefix)definedNames>", at: namesPlace)
        }
    }
}

/// The views of a sheet that say it is chosen: two chosen sheets are written into at once.
final class ChosenViews: PlacedHandler {
    var place = 0..<0
    private var views: [Range<Int>] = []

    func start(_ name: String, _ attributes: [MarkupAttribute]) {
        if name == "sheetView", attributes.isTrue("tabSelected") { views.append(place) }
    }

    /// Returns the part of a sheet that is not chosen; nil where it was not.
    func removed(from bytes: [UInt8]) -> [UInt8]? {
        guard !views.isEmpty else { return nil }
        var splice = Splice()
        for range in views {
            var tag = MarkupTag(bytes[range])
            tag.set("tabSelected", to: "0")
            splice.replace(range, with: tag.text)
        }
        return splice.applied(to: bytes)
    }
}
