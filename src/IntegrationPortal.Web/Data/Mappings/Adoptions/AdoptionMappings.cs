using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Knowledge.Adoptions;
using IntegrationPortal.Web.Data.Knowledge;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Adoptions;

public sealed class AdoptionMapping : IEntityTypeConfiguration<Adoption>
{
    /// <summary>A municipality adopts an entry once: of two at once the database refuses one.</summary>
    public const string OnePlan = "ix_adoption_one_plan";

    public void Configure(EntityTypeBuilder<Adoption> builder)
    {
        builder.ToTable("adoption");
        builder.HasKey(a => new { a.TenantId, a.Id });
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Title).HasMaxLength(EntryText.TitleLength);
        builder.Property(a => a.Adaptation).HasMaxLength(Adoption.TextLength);
        builder.Property(a => a.Result).HasMaxLength(Adoption.TextLength);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.Ignore(a => a.ResultDueOn);
        builder.HasOne<HandbookEntry>().WithMany().HasForeignKey(a => a.EntryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Steps).WithOne().HasForeignKey(s => new { s.TenantId, s.AdoptionId }).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasIndex(a => new { a.TenantId, a.EntryId }).IsUnique().HasDatabaseName(OnePlan);
    }
}

public sealed class AdoptionStepMapping : IEntityTypeConfiguration<AdoptionStep>
{
    public void Configure(EntityTypeBuilder<AdoptionStep> builder)
    {
        builder.ToTable("adoption_step");
        builder.HasKey(s => new { s.TenantId, s.AdoptionId, s.Id });
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Text).HasMaxLength(AdoptionStep.TextLength);
    }
}

public sealed class ReleasedAdoptionMapping : IEntityTypeConfiguration<ReleasedAdoption>
{
    public void Configure(EntityTypeBuilder<ReleasedAdoption> builder)
    {
        builder.ToTable("released_adoption");
        builder.HasKey(a => a.AdoptionId);
        builder.Property(a => a.AdoptionId).ValueGeneratedNever();
        builder.HasIndex(a => a.EntryId);
    }
}
