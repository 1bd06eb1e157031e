import Testing

@testable import HeguiSheets

@Suite("Patterns of names")
struct NamePatternTests {
    @Test(
        "a pattern is for these names and not for those",
        arguments: [
            ("*.bak", ["a.bak", "x/a.bak", ".bak"], ["a.bak.csv", "bak"]),
            ("草稿/", ["草稿/", "x/草稿/"], ["草稿", "草稿.csv"]),
            ("/top.csv", ["top.csv"], ["x/top.csv"]),
            ("x/*.csv", ["x/a.csv"], ["y/x/a.csv", "x/y/a.csv"]),
            ("x/**/a.csv", ["x/a.csv", "x/y/z/a.csv"], ["a.csv", "y/x/a.csv"]),
            ("附件?.xlsx", ["附件3.xlsx", "附件三.xlsx"], ["附件.xlsx", "附件12.xlsx"]),
            ("[0-9]*.csv", ["1.csv", "9a.csv"], ["a1.csv", ".csv"]),
            ("[!a-c].csv", ["d.csv"], ["a.csv", "dd.csv"]), ("\\*.csv", ["*.csv"], ["a.csv"]),
            ("[.csv", ["[.csv"], ["a.csv"]), ("a*b*c", ["abc", "axbxc", "abcbc"], ["ab", "acb"]),
            ("**", ["a", "x/y/a.csv"], []), ("*.csv", ["x/\u{301}a.csv"], []),
            ("x/*.csv", ["x/\u{301}a.csv"], ["x/\u{301}y/\u{301}a.csv"]),
        ])
    func matches(pattern: String, these: [String], those: [String]) {
        let pattern = NamePattern(pattern)
        for name in these + those {
            let isFolder = name.hasSuffix("/")
            #expect(
                pattern.matches(isFolder ? String(name.dropLast()) : name, isFolder: isFolder)
                    == these.contains(name), "\(pattern.text) \(name)")
        }
    }

    @Test("many stars take no more than their square")
    func hostile() {
        let pattern = NamePattern(String(repeating: "*a", count: 60) + "b")
        #expect(!pattern.matches(String(repeating: "a", count: 240), isFolder: false))
    }

    @Test("of several lines the last that is for a name counts")
    func list() {
        let list = IgnoreList("# 草稿\n\n*.csv\r\n!keep.csv\n")
        #expect(list.line(for: "x/a.csv", isFolder: false)?.number == 3)
        #expect(list.line(for: "keep.csv", isFolder: false) == nil)
        #expect(list.line(for: "a.xlsx", isFolder: false) == nil)
    }
}
