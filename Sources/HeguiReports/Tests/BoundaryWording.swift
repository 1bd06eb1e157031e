import HeguiCalendar
package import HeguiDiagnostics
package import HeguiPack

/// Says with which value a boundary is still to be tried.
package struct BoundaryWording {
    private let site: BoundarySite

    package init(_ site: BoundarySite) {
        self.site = site
    }

    package func text(_ mark: BoundarySite.Mark) -> Message {
        switch site.scale {
        case .step(let step): number(mark, step)
        case .day: day(mark)
        case .share: share(mark)
        case .quota: seats(mark)
        }
    }

    private func number(_ mark: BoundarySite.Mark, _ step: Ratio) -> Message {
        let value: Ratio? =
            switch mark {
            case .below: site.stated?.subtracting(step)
            case .at: site.stated
            case .above: site.stated?.adding(step)
            }
        guard let value else { return Self.words(mark) }
        return Message(zh: value.decimal, en: "with \(value.decimal)")
    }

    private func day(_ mark: BoundarySite.Mark) -> Message {
        if let stated = site.stated, let whole = stated.whole,
            let number = Int32(exactly: whole)
        {
            let offset = mark == .below ? -1 : mark == .at ? 0 : 1
            let day = Day(number: number).adding(days: offset)
            return Message(zh: day.description, en: "on \(day)")
        }
        switch mark {
        case .below: return Message(zh: "前一天", en: "a day before")
        case .at: return Message(zh: "当天", en: "on the day itself")
        case .above: return Message(zh: "后一天", en: "a day after")
        }
    }

    private func share(_ mark: BoundarySite.Mark) -> Message {
        guard let stated = site.stated else { return Self.words(mark) }
        let text = (stated.multiplied(by: Ratio(100)) ?? stated).decimal + "%"
        switch mark {
        case .below: return Message(zh: "比 \(text) 少一行的比率", en: "one row short of \(text)")
        case .at: return Message(zh: "恰为 \(text) 的比率", en: "at exactly \(text)")
        case .above: return Message(zh: "比 \(text) 多一行的比率", en: "one row above \(text)")
        }
    }

    private func seats(_ mark: BoundarySite.Mark) -> Message {
        switch mark {
        case .below:
            Message(zh: "再多一个就多一个名额的人数", en: "one candidate short of a further seat")
        case .at: Message(zh: "名额恰为整数的人数", en: "with a whole number of seats")
        case .above: Message(zh: "刚多出一个名额的人数", en: "one candidate past a whole seat")
        }
    }

    private static func words(_ mark: BoundarySite.Mark) -> Message {
        switch mark {
        case .below: Message(zh: "略低于它的值", en: "just below")
        case .at: Message(zh: "恰为它的值", en: "at it")
        case .above: Message(zh: "略高于它的值", en: "just above")
        }
    }
}
