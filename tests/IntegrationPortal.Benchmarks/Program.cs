using System.Globalization;
using IntegrationPortal.Benchmarks;
using IntegrationPortal.Web.EmbeddedPostgres;

// Usage: dotnet run -c Release --project tests/IntegrationPortal.Benchmarks
//     [-- matching | handbook [ENTRIES] | indicators [EVENTS] | dashboards [MUNICIPALITIES] | CASES [ROUNDS [hold]]]
// With "matching" only the proposals of mentors are measured, with "handbook" only the public handbook with so many entries (20,000 unless told),
// with "indicators" only counting indicators from so many events (a million unless told), with "dashboards" the pages of indicators
// over 15.5 million published numbers, or those of the pilots and so many other municipalities.
// Or, after a Release build, the program itself with the same words: IntegrationPortal.Benchmarks indicators 100000.
// With "hold" it fills, serves and waits, for whoever wants to look at plans or profiles.
// Beside requests a second it prints the processor time of portal and PostgreSQL for one request, which neighbours disturb far less.
// Prints ratios against a bare signed-in page of the same process: fifty rows in a layout of ten lines ("bare"), and the same rows in
// the portal's own frame ("framed"). Two sizes show whether pages slow down with the number of cases.
if (args is ["portal", ..])
    return await ServedPortal.EntryAsync(args[1..]);

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
// "dotnet run" takes the "--" away; the program started by itself does not.
args = args is ["--", ..] ? args[1..] : args;
if (args is ["matching"])
    return MatchingRun.Run();
if (args is ["handbook", ..])
    return await HandbookRun.RunAsync(args.Length > 1 ? int.Parse(args[1], null) : HandbookRun.Many);
if (args is ["indicators", ..])
    return await IndicatorsRun.RunAsync(args.Length > 1 ? int.Parse(args[1], null) : 1_000_000);
if (args is ["dashboards", ..])
    return await DashboardsRun.RunAsync(args.Length > 1 ? int.Parse(args[1], null) : int.MaxValue);
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
    var time = await ProcessorTime.OfAsync(portal.ProcessId, town.Superuser);
    Console.WriteLine($"{"page",-20} {"req/s",6} {"bare",6} {"framed",6} | {"to bare",7} {"framed",7} | {"p99 ms",7} {"to bare",7} | {"cpu ms",7} {"portal",7} {"db",7} {"bare",7} {"framed",7} | {"bare/it",7} {"fr./it",7}");
    Uri[] Turns(string page) => [new(portal.Address, page.Replace("{case}", oneCase, StringComparison.Ordinal)), new(portal.Address, "/bench/rows"), new(portal.Address, "/bench/framed")];
    // All before any is measured: what one page has compiled, another need not.
    foreach (var place in pages.SelectMany(Turns).Distinct())
        await Load.WarmUpAsync(place, visitor.CookieHeader);
    foreach (var page in pages)
    {
        var figures = await Load.InTurnAsync(Turns(page), visitor.CookieHeader, rounds, 6, time);
        var (it, bare, framed) = (figures[0], figures[1], figures[2]);
        Console.WriteLine(
            $"{page,-20} {it.RequestsPerSecond,6:N0} {bare.RequestsPerSecond,6:N0} {framed.RequestsPerSecond,6:N0} | {it.RequestsPerSecond / bare.RequestsPerSecond,7:N2} {it.RequestsPerSecond / framed.RequestsPerSecond,7:N2} | "
            + $"{it.P99Milliseconds,7:N1} {it.P99Milliseconds / bare.P99Milliseconds,7:N2} | {it.Cost,7:N2} {it.PortalMilliseconds,7:N2} {it.DatabaseMilliseconds,7:N2} {bare.Cost,7:N2} {framed.Cost,7:N2} | {bare.Cost / it.Cost,7:N2} {framed.Cost / it.Cost,7:N2}");
    }

    var (accept, update) = await Accepting.RunAsync(town, visitor, time);
    Console.WriteLine(
        $"{"accept a handover",-20} {accept.RequestsPerSecond,6:N0} {update.RequestsPerSecond,6:N0} | {accept.RequestsPerSecond / update.RequestsPerSecond,7:N2} to one bare update | "
        + $"cpu ms {accept.Cost:N2} = portal {accept.PortalMilliseconds:N2} + db {accept.DatabaseMilliseconds:N2}, update {update.Cost:N2} = {update.PortalMilliseconds:N2} + {update.DatabaseMilliseconds:N2} | {update.Cost / accept.Cost:N2}");
    var (now, peak) = portal.Memory();
    Console.WriteLine($"resident memory of the portal: {now} MB, at most {peak} MB");
}

return 0;
