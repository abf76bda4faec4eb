using IntegrationPortal.Web;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Features;
using IntegrationPortal.Web.Hosting;
using IntegrationPortal.Web.Jobs;
using IntegrationPortal.Web.Jobs.Mail;
using IntegrationPortal.Web.Operations;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.PublicPages;
using IntegrationPortal.Web.Security.SignIn;

NativeMemory.GiveBackWhatIsFreed();
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
    // Otherwise a build that is not published serves its style sheets uncompressed, in case somebody edits them meanwhile.
    builder.Configuration["ReloadStaticAssetsAtRuntime"] ??= "false";

    if (start.Verb == Verb.Serve)
    {
        MailSettings.MustBeUsable(builder.Configuration);
        PortalAddress.MustBeUsable(builder.Configuration);
        SecondFactorDuty.MustBeUsable(builder.Configuration);
        SignInProviders.MustBeUsable(builder.Configuration);
        // Beside the start of the database and of the host, neither of which needs more than one processor.
        _ = Task.Run(DataRegistration.BuildModel);
    }

    if (start.Verb == Verb.VerifySnapshots)
        return await VerifySnapshots.RunAsync(builder.Configuration, Console.Out, CancellationToken.None);
    await using var database = await DatabaseOfThisStart.OpenAsync(builder.Configuration, start.Verb, CancellationToken.None);
    var wantsDemo = start.Verb == Verb.Demo || builder.Configuration.Flag("Portal:Demo");
    if (start.Verb != Verb.Serve || database.IsEmbedded || (wantsDemo && builder.Configuration.GetConnectionString("Owner") is { Length: > 0 }))
        await Preparation.RunAsync(builder.Configuration, wantsDemo, always: start.Verb != Verb.Serve, CancellationToken.None);
    if (start.Verb != Verb.Serve)
        return 0;

    await DatabaseFitness.CheckAsync(builder.Configuration, CancellationToken.None);
    builder.AddOperations();
    builder.Services.AddPortalData(builder.Configuration.GetConnectionString("Portal")!, builder.Configuration.GetConnectionString("Aggregate")!);
    builder.Services.AddPortalAccounts(builder.Configuration);
    builder.Services.AddPortalPresentation();
    builder.Services.AddPortalFeatures();
    builder.Services.AddPortalJobs(builder.Configuration);
    if (EndsWithDotnetRun.IsNeeded)
        builder.Services.AddHostedService<EndsWithDotnetRun>();

    await using var app = builder.Build();
    app.UseOperations();
    app.UsePortalErrorPages();
    app.UsePortalFonts();
    app.UseRouting();
    app.UseFollowedLinks();
    app.UseReadableInput();
    app.UseSignInLimit();
    app.UseAuthentication();
    app.UseAuthorization();
    app.UsePortalLanguages();
    app.UseOutputCache();
    app.MapPortalHealth();
    app.MapStaticAssets();
    // An action that says nothing about rights is closed, not open.
    app.MapControllers().WithStaticAssets().RequireAuthorization();
    app.MapOpenApi("/api/{documentName:regex(^handbook$)}.openapi.json").AllowAnonymous();
    app.GreetWhenStarted(database.IsEmbedded);
    await app.ServeAsync();
    return 0;
}
catch (CannotStartException cannot)
{
    await Console.Error.WriteLineAsync(cannot.Message);
    return 1;
}
