import ConcordValues
import Testing

/// Amounts in closures, which a value that is aligned to 16 bytes did not survive without optimisation.
@Suite struct DecimalCaptureTests {
    private struct Totals {
        var net: Money
        var outstanding: Money?

        init(_ net: Money, _ configure: (inout Self) -> Void) {
            self.net = net
            configure(&self)
        }
    }

    @Test func amountsAreAlignedAsWordsAre() {
        #expect(MemoryLayout<ExactDecimal>.alignment <= MemoryLayout<UInt64>.alignment)
        #expect(MemoryLayout<Money>.alignment <= MemoryLayout<UInt64>.alignment)
        #expect(MemoryLayout<Quantity>.alignment <= MemoryLayout<UInt64>.alignment)
        #expect(MemoryLayout<Percentage>.alignment <= MemoryLayout<UInt64>.alignment)
    }

    @Test(arguments: ["3.20", "-99999999999999999999999999999999999999", "0.00"])
    func closuresCaptureThem(text: String) throws {
        let unpaid: ExactDecimal? = try ExactDecimal(text)
        guard let share = try? Percentage(ExactDecimal(text)), let currency = try? CurrencyCode("EUR") else {
            Issue.record("\(text) is no decimal")
            return
        }
        let totals = Totals(Money(.zero, currency)) { totals in
            totals.outstanding = unpaid.map { Money($0, currency) }
            totals.net = Money(share.percent, currency)
        }
        #expect(totals.outstanding?.amount.description == text)
        #expect(totals.net.amount.description == text)
    }
}
