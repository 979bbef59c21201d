import ConcordAdapters
import ConcordConfiguration
import ConcordMapping
import ConcordOwnership
import ConcordRulebook
import ConcordSchema
import ConcordSystems
import ConcordValidation
import ConcordValues

/// What the command line says of a synchronisation: folders, policy, rules, pace.
struct SyncPlan {
    /// The folder with one folder for each system that is read.
    let from: String?
    /// The folder that gets one for each system that is written to; nil if none is.
    let to: String?
    /// The ownership policy.
    let ownership: OwnershipRequest
    /// The rules that records must keep; nil for none.
    let validation: ValidationRequest?
    /// What becomes of records that break them.
    let strictness: ValidationStrictness
    /// The tenant, its currency and time zone, the time.
    let settings: RunSettings
    /// The systems that are written to; those of the policy and of the folders if empty.
    let targets: [String]
    /// How large the steps are.
    let pace: Pace
    /// What the run does beyond its duty.
    let extent: IntegrationSettings
    /// A file of what hangs on records.
    let context: String?
    /// A file of who is who.
    let crosswalk: String?
    /// Whether each patch is on the disk before it counts as sent.
    let isDurable: Bool
    /// Mappings' overlays.
    let overlays: OverlaySet
}

extension SyncPlan {
    /// What runs, over a store.
    func prepare<Store: IntegrationStore>(over store: Store, on console: Console) throws -> SyncRun<Store> {
        let time = try settings.time(on: console)
        let systems = try systems(on: console)
        let policy = try self.policy(with: systems)
        let register: OwnershipRegister
        do throws(OwnershipRefusal) {
            register = try OwnershipRegister(policy, for: Rulebook.ownedRecords)
        } catch {
            throw CommandFailure(.data, "the policy is refused\n\(error)")
        }
        let overlays = try self.overlays.load(console)
        var sources: [FolderSource] = []
        var routes: [IntakeRoute] = []
        for system in systems {
            let packs = try self.packs(of: system, register, overlays, on: time.localDate)
            guard let from, !packs.isEmpty else { continue }
            sources.append(FolderSource(system, in: "\(from)/\(system)", packs, at: time))
            let context = try settings.context(of: system, on: console)
            routes += packs.map { $0.makeIntake(context, validation, strictness) }
        }
        if from != nil, sources.isEmpty {
            throw CommandFailure(
                .noInput,
                "\(from ?? "") has no folder of a system that can be read; expected, for instance, "
                    + "\(from ?? "")/salesforce:emea/Account/accounts.json"
            )
        }
        let business = try BusinessContext(ifNamed: context, console)
        let integration = Integration(
            over: store,
            owned: register,
            from: routes,
            to: try routesOut(systems, register, overlays, at: time, on: console),
            at: pace,
            settings: extent,
            exceptions: ExceptionTerms(context: { business[$0] }),
            clock: settings.at.map { StandingClock(at: $0) } ?? WallClock()
        )
        return SyncRun(integration: integration, sources: sources, links: try links(console))
    }

    /// The systems that have a folder; what below them cannot be read is told, and not passed over in silence.
    private func systems(on console: Console) throws -> [SystemID] {
        guard let from else { return [] }
        var systems: [SystemID] = []
        for name in try Self.folders(in: from) {
            let known = Pack.all.filter { $0.system == (try? SystemID(name))?.product }.map(\.object)
            guard let system = try? SystemID(name), !known.isEmpty else {
                let products = Set(Pack.all.map(\.system)).sorted()
                let nearest = Nearest.suggestion(for: String(name.prefix { $0 != ":" }), among: products)
                let reason = "it is no system with mappings\(nearest)"
                try console.errors.writeLine("concord: \(from)/\(name) is not read: \(reason)")
                continue
            }
            systems.append(system)
            for object in try Self.folders(in: "\(from)/\(name)") where !known.contains(object) {
                let nearest = Nearest.suggestion(for: object, among: known)
                try console.errors.writeLine(
                    "concord: \(from)/\(name)/\(object) is not read: there is no mapping for it\(nearest)"
                )
            }
        }
        return systems
    }

    private static func folders(in folder: String) throws(CommandFailure) -> [String] {
        do throws(SystemError) {
            return try Platform.names(in: folder).filter { Platform.isFolder("\(folder)/\($0)") }
        } catch {
            throw CommandFailure(.noInput, "cannot read \(folder): \(error)")
        }
    }

    private func policy(with systems: [SystemID]) throws(CommandFailure) -> CheckedOwnershipPolicy {
        var named: [SystemID: SystemRole] = [:]
        let known = ownership.layer.policy
        for system in systems where known.role(of: system) == nil {
            named[system] = SystemRole(usualFor: system)
        }
        let layer = OwnershipLayer(known.naming(named), places: ownership.layer.places)
        do throws(OwnershipRefusal) {
            return try CheckedOwnershipPolicy(layer, records: Rulebook.ownedRecords)
        } catch {
            throw CommandFailure(.data, "the policy is refused\n\(error)")
        }
    }

    /// The mappings of a system's types of object, of records that somebody owns.
    private func packs(
        of system: SystemID,
        _ register: OwnershipRegister,
        _ overlays: LoadedOverlays,
        on day: LocalDate
    ) throws -> [Pack] {
        let documents = overlays.choose(on: day)
        return try Pack.all.filter { $0.system == system.product && register.ownership(of: $0.record.name) != nil }
            .map { pack in
                let own = documents.filter { [pack.name, pack.mapping].contains($0.content.extends) }
                return own.isEmpty ? pack : try pack.overlaid(own)
            }
    }

    private func routesOut(
        _ systems: [SystemID],
        _ register: OwnershipRegister,
        _ overlays: LoadedOverlays,
        at time: Instant,
        on console: Console
    ) throws -> [TargetRoute] {
        guard let to else { return [] }
        var names = targets.compactMap { try? SystemID($0) }
        if names.isEmpty { names = Set(systems).union(register.policy.systems.keys).sorted() }
        return try names.map { system in
            let context = try settings.context(of: system, on: console)
            var routes: [EmissionRoute] = []
            for pack in try packs(of: system, register, overlays, on: time.localDate) {
                guard let owned = register.ownership(of: pack.record.name) else { continue }
                routes.append(pack.makeEmission(context, owned))
            }
            return TargetRoute(FolderTarget(system, in: "\(to)/\(system)", isDurable: isDurable), routes)
        }
    }

    /// Who is who: `{"system":"netsuite","object":"customer","value":"1207","id":"cu-northwind"}`, one a line.
    private func links(_ console: Console) throws -> [IdentityLink] {
        guard let crosswalk else { return [] }
        let input = try console.input(crosswalk)
        var lines = LineReader { memory in try input.read(into: memory) }
        var links: [IdentityLink] = []
        while let line = try lines.next() {
            do throws(ReadFailure) {
                links.append(try Self.link(line.bytes))
            } catch {
                throw CommandFailure(
                    .data,
                    "\(crosswalk):\(line.number):\(error.offset + 1): error: expected \(error.expected) [\(error.code)]"
                )
            }
        }
        return links
    }

    private static func link(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadFailure) -> IdentityLink {
        var reader = JSONReader(bytes)
        var parts: [String: String] = [:]
        try reader.eachMember { name, reader throws(ReadFailure) in
            guard ["system", "object", "value", "id"].contains(name) else {
                throw ReadFailure(.unknownMember, at: reader.offset, expected: "one of system, object, value, id")
            }
            parts[name] = try reader.readString()
        }
        try reader.finish()
        guard let system = parts["system"].flatMap({ try? SystemID($0) }), let object = parts["object"],
            let value = parts["value"], let id = parts["id"]
        else { throw ReadFailure(.missing, at: 0, expected: "system, object, value and id") }
        return IdentityLink(ExternalKey(system: system, objectType: object, value: value), id)
    }
}
