using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IntegrationPortal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Restriction : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "withheld",
                table: "participation",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "restricted",
                table: "case_path",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "restriction_ground",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    norm = table.Column<string>(type: "text", nullable: false),
                    name_de = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    means_de = table.Column<string>(type: "text", nullable: false),
                    means_en = table.Column<string>(type: "text", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    source = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_restriction_ground", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "restriction",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    categories = table.Column<int>(type: "integer", nullable: false),
                    ground = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    asked_by = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    asked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    restricted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    restricted_by_user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    restricted_by_actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    informed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    informed_as = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    lift_reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    lifted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lifted_by_user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    lifted_by_actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_restriction", x => new { x.tenant_id, x.case_id, x.id });
                    table.CheckConstraint("ck_restriction_lifted_wholly", "num_nonnulls(informed_on, informed_as, lift_reason, lifted_at, lifted_by_user_id, lifted_by_actor_id) in (0, 6) and btrim(lift_reason) <> ''");
                    table.CheckConstraint("ck_restriction_some_category", "categories between 1 and 511");
                    table.ForeignKey(
                        name: "fk_restriction_case_path_tenant_id_case_id",
                        columns: x => new { x.tenant_id, x.case_id },
                        principalTable: "case_path",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_restriction_restriction_ground_ground",
                        column: x => x.ground,
                        principalTable: "restriction_ground",
                        principalColumn: "key");
                    table.ForeignKey(
                        name: "fk_restriction_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "ix_restriction_running",
                table: "restriction",
                columns: new[] { "tenant_id", "restricted_at" },
                filter: "lifted_at is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "restriction");

            migrationBuilder.DropTable(
                name: "restriction_ground");

            migrationBuilder.DropColumn(
                name: "withheld",
                table: "participation");

            migrationBuilder.DropColumn(
                name: "restricted",
                table: "case_path");
        }
    }
}
