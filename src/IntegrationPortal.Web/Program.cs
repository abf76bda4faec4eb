using IntegrationPortal.Web.Hosting;
using IntegrationPortal.Web.Operations;
using IntegrationPortal.Web.Presentation;

try
{
    var start = StartCommand.Parse(args);
    if (start.Verb == Verb.Help)
    {
        Console.WriteLine(StartCommand.Help);
        return 0;
    }

    var builder = WebApplication.CreateBuilder(start.Settings);
    builder.AddSecretFiles();
    builder.ListenOnDefaultAddress();
    // Built output of a checkout serves its files without Development too.
    builder.WebHost.UseStaticWebAssets();

    await using var database = await DatabaseOfThisStart.OpenAsync(builder.Configuration, start.Verb, CancellationToken.None);
    await DatabaseOfThisStart.CheckAsync(builder.Configuration, CancellationToken.None);
    if (start.Verb != Verb.Serve)
        return 0;

    builder.AddOperations();
    builder.Services.AddPortalPresentation();

    await using var app = builder.Build();
    app.UseOperations();
    app.UsePortalErrorPages();
    app.UseRouting();
    app.UseSignInLimit();
    app.UsePortalLanguages();
    app.MapPortalHealth();
    app.MapStaticAssets();
    app.MapControllers().WithStaticAssets();
    await app.ServeAsync();
    return 0;
}
catch (CannotStartException cannot)
{
    await Console.Error.WriteLineAsync(cannot.Message);
    return 1;
}
