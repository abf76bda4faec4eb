using System.Globalization;
using IntegrationPortal.Benchmarks;
using IntegrationPortal.Web.EmbeddedPostgres;

// Usage: dotnet run -c Release --project tests/IntegrationPortal.Benchmarks [-- matching | handbook | indicators [EVENTS] | dashboards | CASES [ROUNDS [hold]]]
// With "matching" only the proposals of mentors are measured, with "handbook" only the public handbook with 20,000 entries,
// with "indicators" only counting indicators from so many events (a million unless told), with "dashboards" the pages of indicators
// over 15.5 million published numbers.
// With "hold" it fills, serves and waits, for whoever wants to look at plans or profiles.
// Prints ratios against a bare signed-in page of the same process: fifty rows in a layout of ten lines ("bare"), and the same rows in
// the portal's own frame ("framed"). Two sizes show whether pages slow down with the number of cases.
if (args is ["portal", ..])
    return await ServedPortal.EntryAsync(args[1..]);

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["matching"])
    return MatchingRun.Run();
if (args is ["handbook"])
    return await HandbookRun.RunAsync();
if (args is ["indicators", ..])
    return await IndicatorsRun.RunAsync(args.Length > 1 ? int.Parse(args[1], null) : 1_000_000);
if (args is ["dashboards"])
    return await DashboardsRun.RunAsync();
var sizes = args.Length > 0 ? args[0].Split(',').Select(s => int.Parse(s, null)).ToArray() : [10_000, 100_000];
var rounds = args.Length > 1 ? int.Parse(args[1], null) : 3;
string[] pages = ["/worklist", "/cases", "/cases/{case}", "/handovers?box=in", "/cases?q=Yusuf"];

var folder = Path.Combine(Path.GetTempPath(), "integration-portal-bench");
// What a killed run has left is no beginning for another.
if (Directory.Exists(folder))
    Directory.Delete(folder, recursive: true);
await using var server = await EmbeddedPostgresServer.StartAsync(folder, new EmbeddedPostgresOptions
{
    Throwaway = true,
    Settings = new Dictionary<string, string> { ["shared_buffers"] = "2GB", ["max_wal_size"] = "8GB", ["work_mem"] = "16MB", ["maintenance_work_mem"] = "512MB" },
});
foreach (var size in sizes)
{
    Console.WriteLine($"Filling a municipality with {size:N0} cases …");
    var town = await BenchTown.FillAsync(server, size);
    await using var portal = await ServedPortal.StartAsync(town.Database, 5190);
    if (args is [_, _, "hold"])
    {
        Console.WriteLine($"Serving at {portal.Address}; database as superuser: {town.Superuser}");
        await Task.Delay(Timeout.Infinite);
    }

    using var visitor = new Visitor(portal.Address);
    await visitor.SignInAsync(BenchTown.Email, BenchTown.Password);
    var oneCase = await PlacesOf.FirstCaseAsync(visitor);
    Console.WriteLine($"{"page",-20} {"req/s",8} {"bare",8} {"framed",8} | {"to bare",8} {"framed",8} | {"p99 ms",8} {"to bare",8} {"framed",8}");
    foreach (var page in pages)
    {
        Uri[] turns = [new(portal.Address, page.Replace("{case}", oneCase, StringComparison.Ordinal)), new(portal.Address, "/bench/rows"), new(portal.Address, "/bench/framed")];
        foreach (var turn in page == pages[0] ? turns : turns[..1])
            await Load.WarmUpAsync(turn, visitor.CookieHeader);
        var figures = await Load.InTurnAsync(turns, visitor.CookieHeader, rounds, 6);
        var ((rate, p99), bare, framed) = (figures[0], figures[1], figures[2]);
        Console.WriteLine($"{page,-20} {rate,8:N0} {bare.RequestsPerSecond,8:N0} {framed.RequestsPerSecond,8:N0} | {rate / bare.RequestsPerSecond,8:N2} {rate / framed.RequestsPerSecond,8:N2} | {p99,8:N1} {p99 / bare.P99Milliseconds,8:N2} {p99 / framed.P99Milliseconds,8:N2}");
    }

    var (accepts, updates) = await Accepting.RunAsync(town, visitor);
    Console.WriteLine($"{"accept a handover",-20} {accepts,8:N0} {updates,8:N0} {accepts / updates,6:N2}   (against one bare update)");
    var (now, peak) = portal.Memory();
    Console.WriteLine($"resident memory of the portal: {now} MB, at most {peak} MB");
}

return 0;
