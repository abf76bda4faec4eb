using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IntegrationPortal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class LettingIn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "portal_invitation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    role = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    invited_by = table.Column<Guid>(type: "uuid", nullable: false),
                    invited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    accepted_by = table.Column<Guid>(type: "uuid", nullable: true),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revoked_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_invitation", x => x.id);
                    table.CheckConstraint("ck_portal_invitation_role", "role in ('FoundationStaff', 'ProcessFacilitator', 'Evaluator', 'AdvisoryBoard', 'Administrator')");
                });

            migrationBuilder.CreateIndex(
                name: "ix_actor_one_coordination",
                table: "actor",
                column: "tenant_id",
                unique: true,
                filter: "kind = 'municipal_coordination'");

            migrationBuilder.CreateIndex(
                name: "ix_portal_invitation_only_one_open",
                table: "portal_invitation",
                columns: new[] { "address", "role" },
                unique: true,
                filter: "accepted_at is null and revoked_at is null");

            // Whoever held both until today keeps the coordination; another person becomes the officer.
            migrationBuilder.Sql("""
                update membership d set ended_at = now() where d.role = 'DataProtectionOfficer' and d.ended_at is null and exists (
                    select from membership c where c.tenant_id = d.tenant_id and c.user_id = d.user_id and c.role = 'Coordinator' and c.ended_at is null)
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "portal_invitation");

            migrationBuilder.DropIndex(
                name: "ix_actor_one_coordination",
                table: "actor");
        }
    }
}
