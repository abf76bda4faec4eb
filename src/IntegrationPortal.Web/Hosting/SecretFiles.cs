using Npgsql;

namespace IntegrationPortal.Web.Hosting;

/// <summary>Secrets as files, one setting each, named as the setting (<c>Portal__Database__Password</c>): how containers hand them in.</summary>
internal static class SecretFiles
{
    public static void AddSecretFiles(this WebApplicationBuilder builder)
    {
        var folder = builder.Configuration["Portal:SecretsFolder"] ?? "/run/secrets";
        try
        {
            if (Directory.Exists(folder))
                builder.Configuration.AddKeyPerFile(folder, optional: true);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"A secret file in {folder} cannot be read ({closed.Message}): let the user of the portal read it.", closed);
        }

        Complete(builder.Configuration, "Portal", "Portal:Database:Password");
        Complete(builder.Configuration, "Owner", "Portal:Database:OwnerPassword");
        Complete(builder.Configuration, "Aggregate", "Portal:Database:AggregatePassword");
    }

    // So that the connection string can stand in an ordinary setting, and only the password is a secret.
    private static void Complete(ConfigurationManager configuration, string name, string passwordSetting)
    {
        if (configuration.GetConnectionString(name) is not { Length: > 0 } text || configuration[passwordSetting] is not { Length: > 0 } password)
            return;
        configuration[$"ConnectionStrings:{name}"] = ConnectionStringOf(name, text, settings => settings.Password = password.Trim());
    }

    internal static string ConnectionStringOf(string name, string text, Action<NpgsqlConnectionStringBuilder>? change = null)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(text);
            change?.Invoke(settings);
            return settings.ConnectionString;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException)
        {
            throw new CannotStartException(
                $"ConnectionStrings__{name} cannot be read: write it as \"Host=…;Database=…;Username=…;Password=…\".", unreadable);
        }
    }
}
