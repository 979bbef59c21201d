Platform.exit(ConcordTool.run(Array(CommandLine.arguments.dropFirst()), on: .process()))
