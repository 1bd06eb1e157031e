/// A place down to the house or flat in a text: `文三路12号`, `3幢2单元501室`, `晚枫苑3-2-501`.
struct HomeAddress {
    /// Where the numbers stand that are not shown.
    let hidden: [Int]

    private static let units = [
        "号楼", "单元", "号", "號", "弄", "幢", "栋", "棟", "座", "室", "楼", "层",
    ].map { Array($0.unicodeScalars) }
    /// Units of dwellings; the others are of offices and meetings too.
    private static let dwellings: Set<String> = ["号楼", "弄", "幢", "栋", "棟", "单元", "室"]
    private static let numerals = Set("一二三四五六七八九十百〇零".unicodeScalars)
    private static let roads = Set("路街巷弄".unicodeScalars)
    private static let quarters = Set("苑园村区里庭府寓坊湾墅邸城".unicodeScalars)
    /// What follows a number of a line or a document.
    private static let others = Set("线文令公".unicodeScalars)

    /// Returns the addresses of a text.
    static func all(in scalars: [Unicode.Scalar]) -> [HomeAddress] {
        var found: [HomeAddress] = []
        var index = 0
        while index < scalars.count {
            let isStart = index == 0 || !isNumeral(scalars[index - 1])
            if isStart, let chain = Chain(at: index, in: scalars), chain.isAddress {
                found.append(HomeAddress(hidden: chain.numbers))
                index = chain.end
            } else {
                index += 1
            }
        }
        return found
    }

    private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
        DigitRun.digit(scalar) != nil || numerals.contains(scalar)
    }

    /// Numbers one after another, each but the last with its unit.
    private struct Chain {
        private(set) var numbers: [Int] = []
        private(set) var end: Int
        private let start: Int
        private let scalars: [Unicode.Scalar]
        private var units: [String] = []
        /// How many digits each number without a unit has that stands at the end.
        private var bare: [Int] = []

        /// nil where no number stands there.
        init?(at index: Int, in scalars: [Unicode.Scalar]) {
            (start, end, self.scalars) = (index, index, scalars)
            guard HomeAddress.isNumeral(scalars[index]) else { return nil }
            while let places = number(at: end) {
                numbers += places
                end = places.upperBound
                let next = skippingSpace(end)
                if bare.isEmpty, let unit = unit(at: next) {
                    units.append(unit)
                    end = skippingSpace(next + unit.unicodeScalars.count)
                } else {
                    bare.append(places.count)
                }
                guard end < scalars.count else { break }
                if isJoint(scalars[end]) {
                    guard number(at: end + 1)?.isEmpty == false else { break }
                    end += 1
                } else if !bare.isEmpty {
                    break
                }
            }
        }

        var isAddress: Bool {
            let isDwelling = units.contains { HomeAddress.dwellings.contains($0) }
            if units.count >= 2, isDwelling { return true }
            let isFlat = bare.last.map { (2...4).contains($0) } ?? false
            if units.count == 1, isDwelling, isFlat, units != ["室"] { return !isCounting }
            guard let before = scalars[..<start].last(where: { $0 != " " }) else { return false }
            if let unit = units.first, ["号", "號", "弄", "幢", "栋"].contains(unit) {
                return isRoad(before) && !(end < scalars.count && others.contains(scalars[end]))
            }
            return units.isEmpty && HomeAddress.quarters.contains(before) && bare.count == 3
                && bare[0] <= 3 && bare[1] <= 2 && (3...4).contains(bare[2])
        }

        /// Whether the last number counts or dates something.
        private var isCounting: Bool {
            end < scalars.count && Set("年月日人元户个名项次万".unicodeScalars).contains(scalars[end])
        }

        private func isRoad(_ scalar: Unicode.Scalar) -> Bool {
            let before = scalars[..<start].drop { $0 == " " }.dropLast().last
            return HomeAddress.roads.contains(scalar) && before != "铁"
                || scalar == "道" && before == "大"
        }

        private func isJoint(_ scalar: Unicode.Scalar) -> Bool {
            scalar == "之" || DigitGap([scalar]) == .hyphen && scalar.properties.isDash
        }

        private func number(at index: Int) -> Range<Int>? {
            let rest = scalars[min(index, scalars.count)...]
            let count = rest.prefix(6).prefix { HomeAddress.isNumeral($0) }.count
            return (1...5).contains(count) ? index..<index + count : nil
        }

        private func unit(at index: Int) -> String? {
            guard index < scalars.count else { return nil }
            return HomeAddress.units.first { scalars[index...].starts(with: $0) }.map { unit in
                var view = String.UnicodeScalarView()
                view.append(contentsOf: unit)
                return String(view)
            }
        }

        private func skippingSpace(_ index: Int) -> Int {
            index + scalars[index...].prefix { $0 == " " || $0 == "\u{3000}" }.count
        }
    }
}
