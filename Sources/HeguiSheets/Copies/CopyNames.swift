/// What marked copies of files are called.
package struct CopyNames {
    /// What a workbook may end with that stays one.
    private static let endings: Set<String> = ["xlsx", "xlsm", "xltx", "xltm"]

    /// Returns a name for the copy of each file, in their order: the file's own, ending as a workbook
    /// does. No two are the same, also where capital letters do not count.
    ///
    /// Files that are workbooks themselves come first: of `a.xls` and `a.xlsx` the latter keeps its name.
    package static func relative(
        _ files: [(name: String, isWorkbook: Bool)]
    ) -> [String] {
        var names = files.map(\.name)
        var taken: Set<String> = []
        let order =
            files.indices.filter { files[$0].isWorkbook }
            + files.indices.filter { !files[$0].isWorkbook }
        for index in order {
            let (stem, ending) = parted(steps(files[index].name))
            let keeps = files[index].isWorkbook && endings.contains(ending.lowercased())
            var name = stem + "." + (keeps ? ending : "xlsx")
            var number = 1
            while !taken.insert(name.lowercased()).inserted {
                name = stem + "（\(ending)）" + (number > 1 ? " \(number)" : "") + ".xlsx"
                number += 1
            }
            names[index] = name
        }
        return names
    }

    /// Returns the path of the copy of the file at `path`: `名单.已标注.xlsx` for `名单.xlsx`.
    package static func beside(_ path: String, mark: String, isWorkbook: Bool) -> String {
        let (stem, ending) = parted(path)
        let keeps = isWorkbook && endings.contains(ending.lowercased())
        return stem + mark + "." + (keeps ? ending : "xlsx")
    }

    /// The path in steps that cannot lead out of a folder, whatever a file in an archive is called.
    private static func steps(_ name: String) -> String {
        name.replacing(" ▸ ", with: "/").split(separator: "/")
            .map { $0 == ".." || $0 == "." ? "_" : String($0) }.joined(separator: "/")
    }

    /// A path without the ending of its last part, and that.
    private static func parted(_ path: String) -> (stem: String, ending: String) {
        let start = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        guard let dot = path[start...].lastIndex(of: "."), dot > start else { return (path, "") }
        return (String(path[..<dot]), String(path[path.index(after: dot)...]))
    }
}
