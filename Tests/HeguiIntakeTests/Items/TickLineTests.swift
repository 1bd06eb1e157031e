import Testing

@testable import HeguiIntake

@Suite("Options with boxes")
struct TickLineTests {
    /// `+` before ticked options, `?` before those of which nobody can tell.
    private func shown(_ text: String) -> [String] {
        TickLine(text, keepsLeading: true).choices.map {
            ($0.isTicked ? "+" : $0.isDoubtful ? "?" : "") + $0.label
        }
    }

    @Test(
        "the second of three options is ticked, whatever sign says so",
        arguments: [
            "√", "✓", "✔", "☑", "☒", "■", "●", "✅", "▣", "⊠", "◼", "⬛", "🗹", "þ", "ü", "R", "V",
            "v",
            "P", "×", "✗", "✘", "X", "x", "❌", "\u{F0FE}", "\u{F0FC}", "\u{F052}", "\u{F050}",
            "\u{F06E}",
            "√□", "□√", "(√)", "[√]", "【√】", "（V）", "(x)", "☑️", "✔️", "◙", "⊗",
        ])
    func ticks(sign: String) {
        let expected = ["巡逻", "+法律援助", "帮教"]
        #expect(shown("综治维稳项目：　　□巡　逻　　\(sign)法律援助　　□帮　教") == expected)
        #expect(shown("□巡逻 \(sign)法律援助 □帮教") == expected)
    }

    @Test(
        "none of two options is ticked",
        arguments: [
            "□", "☐", "○", "◯", "▢", "◇", "◻", "⬜", "口", "囗", "❏", "\u{F0A8}", "\u{F06F}",
            "\u{F0A3}",
            "( )", "（　）", "[ ]", "【】", "o", "¨",
        ])
    func boxes(sign: String) {
        #expect(shown("综治维稳项目：\(sign)巡　逻　　\(sign)帮　教") == ["巡逻", "帮教"])
    }

    @Test(
        "signs may stand before or behind, with and without blanks",
        arguments: [
            ("□巡　逻　　法律援助（√）　　□帮　教", ["巡逻", "+法律援助", "帮教"]),
            ("□书画类　　歌舞类（√）　　□棋类　　□球类", ["书画类", "+歌舞类", "棋类", "球类"]),
            ("法律援助（√）　　□帮　教", ["+法律援助", "帮教"]), ("□巡逻　法律援助√　□帮教", ["巡逻", "+法律援助", "帮教"]),
            ("□巡逻　法律援助V　□帮教", ["巡逻", "+法律援助", "帮教"]), ("□巡逻√　□法律援助", ["+巡逻", "法律援助"]),
            ("巡逻（ ）　法律援助（√）　帮教（ ）", ["巡逻", "+法律援助", "帮教"]),
            ("巡逻( )法律援助(√)帮教( )", ["巡逻", "+法律援助", "帮教"]),
            ("( )巡逻(√)法律援助( )帮教", ["巡逻", "+法律援助", "帮教"]),
            ("（ ）巡逻 （√）法律援助", ["巡逻", "+法律援助"]), ("巡逻□ 法律援助√ 帮教□", ["巡逻", "+法律援助", "帮教"]),
            ("综治：巡逻□ 法律援助√", ["巡逻", "+法律援助"]), ("o巡逻　R法律援助　o帮教", ["巡逻", "+法律援助", "帮教"]),
            ("□巡逻；☑法律援助；□帮教", ["巡逻", "+法律援助", "帮教"]), ("巡逻☐；法律援助☑；", ["巡逻", "+法律援助"]),
            ("1.□巡逻 2.☑法律援助", ["巡逻", "+法律援助"]), ("√巡逻　×法律援助", ["+巡逻", "法律援助"]),
            ("□IT培训　☑3D打印　□口腔保健", ["IT培训", "+3D打印", "口腔保健"]),
            ("□其他（请注明）：____", ["其他(请注明):____"]), ("□其他 修鞋　□助老", ["其他修鞋", "助老"]),
        ])
    func places(text: String, options: [String]) {
        #expect(shown(text) == options)
    }

    @Test(
        "an option without its box or with an unknown sign is doubtful, not unticked",
        arguments: [
            ("综治：□巡逻　法律援助　□帮教", ["巡逻", "?法律援助", "帮教"]), ("综治：法律援助　□帮教", ["?法律援助", "帮教"]),
            ("法律援助　□帮教", ["?法律援助", "帮教"]), ("□巡逻　帮教", ["巡逻", "?帮教"]),
            ("□巡逻　§法律援助　□帮教", ["巡逻", "?法律援助", "帮教"]),
            ("□巡逻　★法律援助", ["巡逻", "?法律援助"]), ("□巡逻　/法律援助", ["巡逻", "?/法律援助"]),
            ("□巡逻　（是）法律援助　□帮教", ["巡逻", "?(是)法律援助", "帮教"]),
            ("□巡逻　法律援助、帮教", ["巡逻", "?法律援助、帮教"]), ("□巡逻　\u{F04A}法律援助", ["巡逻", "?法律援助"]),
            ("巡逻□　法律援助　帮教√", ["巡逻", "?法律援助", "+帮教"]),
        ])
    func doubts(text: String, options: [String]) {
        #expect(shown(text) == options)
    }

    @Test("a cell whose box is not understood is unreadable, not empty")
    func cells() {
        guard case .unreadable = TickReader.read(text: "§是 □否"),
            case .unreadable = ChoiceReader([("好", []), ("差", [])]).read(text: "§好 □差")
        else {
            Issue.record("an unknown sign was taken for something")
            return
        }
        #expect(TickReader.read(text: "þ是 □否") == .value(true))
        #expect(ChoiceReader([("好", []), ("差", [])]).read(text: "□好 ü差") == .value("差"))
    }
}
