using System.Text.Json;
using IntegrationPortal.Domain.Knowledge;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Knowledge;

public sealed class EntryVersionMapping : IEntityTypeConfiguration<EntryVersion>
{
    /// <summary>Everybody reads one version, and one is worked on: of two at once the database refuses one.</summary>
    public const string OnePublic = "ix_entry_version_one_public";
    public const string OneOpen = "ix_entry_version_one_open";

    public void Configure(EntityTypeBuilder<EntryVersion> builder)
    {
        builder.ToTable("entry_version");
        builder.HasKey(v => new { v.EntryId, v.Number });
        builder.Property(v => v.Number).ValueGeneratedNever();
        // A deed may move the version and nothing of its entry: of two at once one is told, before the wall refuses what has moved already.
        builder.Property(v => v.State).IsConcurrencyToken();
        builder.Property(v => v.AuthorOffice).HasMaxLength(Writer.OfficeLength);
        builder.Property(v => v.ReviewedBy).HasMaxLength(Writer.OfficeLength);
        builder.Property(v => v.Source).HasMaxLength(EntryVersion.SourceLength);
        builder.Property(v => v.SentBackBecause).HasMaxLength(EntryVersion.ReasonLength);
        builder.Property(v => v.Partner).HasMaxLength(HandbookPartner.KeyLength);
        builder.HasOne<HandbookPartner>().WithMany().HasForeignKey(v => v.Partner).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(v => v.Partner).HasFilter("partner is not null");
        builder.Ignore(v => v.Facts);
        builder.Ignore(v => v.Main);
        builder.PrimitiveCollection(v => v.WriterUserIds).HasColumnType("uuid[]");
        builder.PrimitiveCollection(v => v.Places).HasColumnType("text[]");
        builder.Property(v => v.Criteria).HasColumnType("jsonb").HasConversion(
            c => JsonSerializer.Serialize(c, EntryJson.Options), t => JsonSerializer.Deserialize<Criteria>(t, EntryJson.Options)!);
        builder.HasMany(v => v.Texts).WithOne().HasForeignKey(t => new { t.EntryId, t.Number }).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasIndex(v => v.EntryId).IsUnique().HasFilter("state in ('Published', 'DueForReview')").HasDatabaseName(OnePublic);
        builder.HasIndex(v => v.EntryId, OneOpen).IsUnique().HasFilter("state in ('Draft', 'Submitted', 'InReview')").HasDatabaseName(OneOpen);
    }
}

public sealed class EntryTextMapping : IEntityTypeConfiguration<EntryText>
{
    public void Configure(EntityTypeBuilder<EntryText> builder)
    {
        builder.ToTable("entry_text");
        builder.HasKey(t => new { t.EntryId, t.Number, t.Language });
        builder.Property(t => t.Title).HasMaxLength(EntryText.TitleLength);
        builder.Property(t => t.Summary).HasMaxLength(EntryText.SummaryLength);
        builder.Ignore(t => t.Words);
        builder.Property(t => t.Fields).HasColumnType("jsonb").HasConversion(
            f => JsonSerializer.Serialize(f, EntryJson.Options),
            t => JsonSerializer.Deserialize<Dictionary<string, string>>(t, EntryJson.Options)!,
            EntryJson.Compared<IReadOnlyDictionary<string, string>>());
        builder.Property(t => t.Agenda).HasColumnType("jsonb").HasConversion(
            a => JsonSerializer.Serialize(a, EntryJson.Options),
            t => JsonSerializer.Deserialize<List<AgendaItem>>(t, EntryJson.Options)!,
            EntryJson.Compared<IReadOnlyList<AgendaItem>>());
    }
}

/// <summary>How texts under keys are stored: as a database person would write them.</summary>
internal static class EntryJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    // Written anew as a whole, never changed inside.
    public static ValueComparer<T> Compared<T>()
        where T : class => new(
            (a, b) => JsonSerializer.Serialize(a, Options) == JsonSerializer.Serialize(b, Options),
            v => JsonSerializer.Serialize(v, Options).GetHashCode(StringComparison.Ordinal),
            v => v);
}
