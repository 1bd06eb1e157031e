/// Makes tables as people and systems write them, with odd cells and rows among them.
struct RegisterMaker {
    private var state: UInt64
    /// Of a thousand cells, so many are odd.
    private let oddity: Int
    private let newline: String
    private let memberKeys: Int

    init(seed: UInt64, oddity: Int? = nil) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
        self.oddity = oddity ?? [0, 5, 30, 120][Int(seed % 4)]
        newline = seed % 3 == 1 ? "\r\n" : "\n"
        memberKeys = Int(seed / 4 % 3)
    }

    private mutating func below(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }

    private mutating func pick(_ texts: [String]) -> String { texts[below(texts.count)] }

    /// The plain text, or now and then one of `others`.
    private mutating func cell(_ plain: String, _ others: [String]) -> String {
        below(1_000) < oddity ? pick(others) : plain
    }

    private func memberKey(_ number: Int) -> String {
        switch memberKeys {
        case 0: "M" + String(String(100_000 + number).dropFirst())
        case 1: "A-\(number)"
        default: "K\(number * 7_919_113 % 9_999_991)x"
        }
    }

    mutating func files() -> [String: String] {
        var files = [
            "units.csv": units(count: 20), "members.csv": members(count: 120),
            "visits.csv": visits(count: 300, members: 120),
        ]
        if below(2) == 0 { files["places.csv"] = places(count: 8) }
        if below(4) == 0 { files["说明.txt"] = "没有分列的文字\n" }
        return files
    }

    private mutating func table(_ header: String, _ rows: [[String]]) -> String {
        let mark = below(5) == 0 ? "\u{FEFF}" : ""
        var lines = [header]
        for row in rows {
            var fields = row
            if below(2_000) < oddity {
                switch below(4) {
                case 0: fields = [""]
                case 1: fields.append("多一格")
                case 2: fields.removeLast()
                default: fields = fields.map { _ in "" }
                }
            }
            lines.append(fields.joined(separator: ","))
        }
        let end = below(3) == 0 ? "" : newline
        return mark + lines.joined(separator: newline) + end
    }

    private mutating func units(count: Int) -> String {
        let rows = (1...count).map { number in
            [
                cell("U\(100 + number)", ["U101", "", "u102", "Ｕ103", " U104"]),
                cell("区第\(number)局", ["区第1局", "", "无", "合计处"]),
                cell(pick(["机关", "事业"]), ["街道", "", " 机关", "无"]),
                cell(number > 1 ? "U\(100 + 1 + below(number))" : "", ["U999", "区第2局", "无"]),
            ]
        }
        return table("unit_id,单位名称,性质,上级", rows)
    }

    private mutating func members(count: Int) -> String {
        let names = ["赵一", "钱二三", "孙四", "上官五", "欧阳六七"]
        let rows = (1...count).map { number in
            [
                cell(memberKey(number), [memberKey(1), "", "无", " " + memberKey(number)]),
                cell(pick(names), ["", "李 四", "Anna", "不详", "赵一（预备）", "\"王五\""]),
                cell(
                    "19\(60 + below(40))-0\(1 + below(9))", ["1970", "1970.1", "", "无", "2013-13"]),
                cell("1990000\(1000 + below(9_000))", ["", "123", "138****1234", "057187654321"]),
                cell("U\(101 + below(20))", ["U999", "", "区第3局", "u105", "—"]),
                cell(day(), ["2013/1/4", "2013-02-30", "", "2013年5月", "无", "20130104"]),
                cell(pick(["是", "否"]), ["", "√", "也许", "无"]),
                cell(pick(["", "好", "走访"]), ["\"a,b\"", "\"说\"\"好\"\"\"", "\"两\n行\"", "无", "，"]),
                cell(String(below(100)), ["", "3人", "007", "1,234", "三", "99999999999"]),
                cell("\(3_000 + below(500)).5", ["", "3000.555", "三千", "１２"]),
                cell(pick(["2013年上半年", "2013H2"]), ["", "2013", "下半年"]),
            ]
        }
        return table("编号,姓名,出生年月,手机,单位,入职日期,在岗,附注,积分,工资,期间", rows)
    }

    private mutating func day() -> String {
        "20\(10 + below(4))-0\(1 + below(9))-\(10 + below(19))"
    }

    private mutating func visits(count: Int, members: Int) -> String {
        var rows = (1...count).map { _ in
            [
                cell(
                    memberKey(1 + below(members)),
                    ["M99999", "", "某人", "赵一", "无", memberKey(2).lowercased()]),
                cell("P\(1 + below(8))", ["P99", "", "p1"]),
                cell(day(), ["2013-02-30", "2013-13-01", "", "13.5.6", "2013年3月"]),
                cell(
                    pick(["走访慰问", "\"慰问,打扫\"", "无偿献血", "总结会", "植树，浇水"]),
                    ["\"讲座\"\"党史\"\"\"", "无", "", "\"多\n行\"", "x\"y", " 空格"]),
                cell(pick(["单位", "社区"]), ["街道", "", "社 区", "unit"]),
            ]
        }
        for place in 1..<count where below(20) == 0 { rows[place] = rows[below(place)] }
        return table("编号,地点,日期,内容,组织方", rows)
    }

    private mutating func places(count: Int) -> String {
        table("place_id,area", (1...count).map { ["P\($0)", String(below(50))] })
    }
}
