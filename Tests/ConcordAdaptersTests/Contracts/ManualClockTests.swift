import ConcordAdapters
import ConcordTesting
import ConcordValues
import Synchronization
import Testing

struct ManualClockTests {
    @Test func standsStillUntilItIsTold() {
        let clock = ManualClock(at: Acme.start)
        #expect(clock.now == Acme.start)
        clock.advance(by: .seconds(90))
        #expect(clock.now == Acme.time(90))
        clock.advance(to: Acme.time(30))
        #expect(clock.now == Acme.time(90))
    }

    @Test func wakesSleepersInOrder() async {
        let clock = ManualClock(at: Acme.start)
        let woken = Woken()
        await withTaskGroup(of: Void.self) { group in
            for seconds in [30, 10, 20] {
                group.addTask {
                    try? await clock.sleep(for: .seconds(seconds))
                    woken.order.withLock { $0.append(seconds) }
                }
            }
            await clock.untilSleeping(3)
            for count in 1...3 {
                #expect(clock.nextWaking == Acme.time(count * 10))
                clock.advanceToNextWaking()
                while woken.order.withLock({ $0.count }) < count { await Task.yield() }
                #expect(clock.sleeperCount == 3 - count)
            }
        }
        #expect(woken.order.withLock { $0 } == [10, 20, 30])
        #expect(!clock.advanceToNextWaking())
    }

    @Test func aSleeperThatIsCancelledWakesAtOnce() async {
        let clock = ManualClock(at: Acme.start)
        let sleeping = Task { () -> AdapterFailure? in
            do throws(AdapterFailure) {
                try await clock.sleep(for: .seconds(60))
                return nil
            } catch {
                return error
            }
        }
        await clock.untilSleeping()
        sleeping.cancel()
        #expect(await sleeping.value == .cancelled)
        #expect(clock.sleeperCount == 0)
        let late = Task { () -> Bool in
            while !Task.isCancelled { await Task.yield() }
            return (try? await clock.sleep(for: .seconds(1))) == nil
        }
        late.cancel()
        #expect(await late.value)
    }

    @Test func skipsWaitingIfItIsToSo() async throws {
        let clock = ManualClock(at: Acme.start, skipsWaiting: true)
        try await clock.sleep(for: .seconds(3_600))
        try await clock.sleep(for: .zero)
        #expect(clock.now == Acme.time(3_600))
    }
}

private final class Woken: Sendable {
    let order = Mutex<[Int]>([])
}
